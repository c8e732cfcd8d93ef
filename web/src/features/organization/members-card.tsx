import { organizationRoutes } from '@shopwright/contract/routes/organization';
import type { MemberView } from '@shopwright/contract/schemas/organization';
import type { OrganizationRole } from '@shopwright/contract/permissions';
import { useQuery } from '@tanstack/react-query';
import { ShieldCheck } from 'lucide-react';
import { Card } from '../../components/card.tsx';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { Select } from '../../components/select.tsx';
import { ErrorState, Skeleton } from '../../components/states.tsx';
import { membersQuery } from '../../lib/account-queries.ts';
import { callApi } from '../../lib/api-client.ts';
import { plural } from '../../lib/format.ts';
import { roleNames } from '../../lib/role-names.ts';
import { rolesUpTo } from '../../lib/roles.ts';
import { useMay, useSession } from '../../lib/session.ts';
import { useAction } from '../../lib/use-action.ts';

const changes = [membersQuery.queryKey];

export function MembersCard() {
  const { data, error, refetch } = useQuery(membersQuery);
  if (error !== null && data === undefined) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <Card title="Members" aside={data && plural(data.items.length, 'member')}>
      {data === undefined && <Skeleton className="h-24 w-full" />}
      <ul className="divide-line divide-y">
        {data?.items.map((member) => (
          <MemberRow key={member.accountId} member={member} />
        ))}
      </ul>
    </Card>
  );
}

function MemberRow({ member }: { member: MemberView }) {
  const may = useMay();
  return (
    <li className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
      <div className="min-w-40 grow">
        <p className="font-medium break-words">
          {member.name}
          {member.isYou && <span className="text-muted font-normal"> (you)</span>}
          {member.twoFactorEnabled && (
            <ShieldCheck aria-label="Signs in with a second factor" className="text-good ml-2 inline size-3.5" />
          )}
        </p>
        <p className="text-muted text-[0.8125rem] break-all">{member.email}</p>
      </div>
      {may(organizationRoutes.changeRole.permission) ? <RoleSelect member={member} /> : <p>{roleNames[member.role]}</p>}
      {may(organizationRoutes.removeMember.permission) && !member.isYou && <RemoveButton member={member} />}
    </li>
  );
}

function RoleSelect({ member }: { member: MemberView }) {
  const ownRole = useSession()?.role ?? null;
  const change = useAction({
    run: (role: OrganizationRole) =>
      callApi(organizationRoutes.changeRole, { params: { accountId: member.accountId }, body: { role } }),
    changes,
    done: `The role of ${member.name} is changed`,
  });
  const mine = rolesUpTo(ownRole);
  const isAbove = !mine.some(({ value }) => value === member.role);
  return (
    <Select
      label={`Role of ${member.name}`}
      disabled={isAbove || change.isPending}
      value={member.role}
      options={isAbove ? [...mine, { value: member.role, label: roleNames[member.role] }] : mine}
      onChoose={(role) => change.mutate(role)}
    />
  );
}

function RemoveButton({ member }: { member: MemberView }) {
  const remove = useAction({
    run: () => callApi(organizationRoutes.removeMember, { params: { accountId: member.accountId } }),
    changes,
    done: `${member.name} is removed`,
  });
  return (
    <ConfirmButton
      size="small"
      variant="quiet"
      isBusy={remove.isPending}
      aria-label={`Remove ${member.name}`}
      title={`Remove ${member.name}?`}
      explanation="They no longer reach the stores of this organization, and their tokens for it stop working. The stores stay."
      confirm="Remove"
      onConfirm={() => remove.mutate()}
    >
      Remove
    </ConfirmButton>
  );
}
