-- The plans `starter` and `business` are called `small` and `medium`; their numbers stay.
UPDATE "stores" SET "plan" = CASE "plan" WHEN 'starter' THEN 'small' ELSE 'medium' END WHERE "plan" IN ('starter', 'business');
