import type { OrganizationView } from '@shopwright/contract/schemas/organization';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { Button, buttonClass } from '../../components/button.tsx';
import { PagedList } from '../../components/paged-list.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { organizationsQuery } from '../../lib/account-queries.ts';
import { plural } from '../../lib/format.ts';
import { QuotaDialog } from './quota-dialog.tsx';

/** Every organization of the platform. */
export function OrganizationsView() {
  const [search, setSearch] = useState('');
  const query = useInfiniteQuery(organizationsQuery(useDeferredValue(search.trim())));
  return (
    <div className="max-w-4xl space-y-4">
      <SearchField label="Search organizations" placeholder="Search by name" value={search} onSearch={setSearch} />
      <PagedList query={query} empty="No organization matches.">
        {(organization) => <OrganizationRow key={organization.id} organization={organization} />}
      </PagedList>
    </div>
  );
}

function OrganizationRow({ organization }: { organization: OrganizationView }) {
  const { id, name, members, createdAt } = organization;
  const [isQuotaOpen, setIsQuotaOpen] = useState(false);
  return (
    <li className="flex flex-wrap items-center justify-end gap-x-2 gap-y-2 py-3.5">
      <div className="min-w-48 grow">
        <p className="font-medium break-words">{name}</p>
        <p className="text-muted text-[0.8125rem]">
          {plural(members, 'member')}, created <TimeAgo at={createdAt} />,{' '}
          <code className="font-mono text-xs">{id}</code>
        </p>
      </div>
      <Button size="small" aria-label={`Quota of ${name}`} onClick={() => setIsQuotaOpen(true)}>
        Quota
      </Button>
      {isQuotaOpen && <QuotaDialog organization={organization} onClose={() => setIsQuotaOpen(false)} />}
      <Link to="/" search={{ organization: id }} className={buttonClass('secondary', 'small')}>
        Show its stores
      </Link>
    </li>
  );
}
