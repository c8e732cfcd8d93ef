import { storeIdSchema } from '@shopwright/contract/schemas/common';
import { z } from 'zod';

export const activityKinds = ['stores', 'operations', 'access', 'people', 'refused'] as const;
export const activityPeriods = ['hour', 'day', 'week'] as const;

/** What of the activity is shown, as it stands in the address; anything unknown in it is ignored. */
export const activitySearchSchema = z.object({
  kind: z.enum(activityKinds).optional().catch(undefined),
  period: z.enum(activityPeriods).optional().catch(undefined),
  store: storeIdSchema.optional().catch(undefined),
  actor: z.coerce.string().max(100).optional().catch(undefined),
});

export type ActivitySearch = z.infer<typeof activitySearchSchema>;
