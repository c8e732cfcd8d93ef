import { Building2, Check, ChevronsUpDown } from 'lucide-react';
import { useId } from 'react';
import { useSession } from '../../lib/session.ts';
import { switchOrganization } from '../../lib/switch-organization.ts';
import { tellError } from '../../lib/use-action.ts';
import { Popover, PopoverButton } from './popover.tsx';

/** In which organization one acts; a choice only where there is more than one. */
export function OrganizationSwitcher() {
  const id = useId();
  const session = useSession();
  if (!session?.organization) return null;
  const { organization, organizations } = session;
  if (organizations.length < 2) {
    return (
      <p className="text-muted mx-2.5 mb-3 flex h-9 items-center gap-2.5">
        <Building2 aria-hidden className="size-4 shrink-0" /> <span className="truncate">{organization.name}</span>
      </p>
    );
  }
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={`Organization: ${organization.name}`}
        className="hover:bg-sunken mb-3 flex h-9 items-center gap-2.5 rounded-lg px-2.5"
      >
        <Building2 aria-hidden className="text-muted size-4 shrink-0" />
        <span className="min-w-0 grow truncate text-left">{organization.name}</span>
        <ChevronsUpDown aria-hidden className="text-muted size-3.5 shrink-0" />
      </button>
      <Popover id={id} className="top-25 left-3 max-h-[70dvh] overflow-y-auto">
        <OrganizationChoices />
      </Popover>
    </>
  );
}

/** One button per organization of which the account is a member. */
export function OrganizationChoices() {
  const session = useSession();
  return session?.organizations.map(({ id, name }) => {
    const isCurrent = id === session.organization?.id;
    return (
      <PopoverButton
        key={id}
        icon={isCurrent ? Check : Building2}
        isCurrent={isCurrent}
        onClick={() => void switchOrganization(id).catch(tellError)}
      >
        {name}
      </PopoverButton>
    );
  });
}
