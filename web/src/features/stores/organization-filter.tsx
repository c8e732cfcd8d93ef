import { useInfiniteQuery } from '@tanstack/react-query';
import { Select } from '../../components/select.tsx';
import { organizationsQuery } from '../../lib/account-queries.ts';
import type { StoreListSearch } from './search.ts';

type Chosen = StoreListSearch['organization'];

export interface OrganizationFilterProps {
  chosen: Chosen;
  onChoose: (organization: Chosen) => void;
}

/** Only the stores of one organization. One that is not among the newest is found on the platform's page. */
export function OrganizationFilter({ chosen, onChoose }: OrganizationFilterProps) {
  const { data } = useInfiniteQuery(organizationsQuery(''));
  const organizations = data?.pages.flatMap((page) => page.items) ?? [];
  const isKnown = chosen === undefined || organizations.some(({ id }) => id === chosen);
  const options = [
    { value: '', label: 'All organizations' },
    ...organizations.map(({ id, name }) => ({ value: id, label: name })),
    ...(isKnown ? [] : [{ value: chosen, label: chosen }]),
  ];
  if (options.length < 3 && chosen === undefined) return null;
  return (
    <Select
      label="Organization"
      className="max-w-60"
      value={chosen ?? ''}
      options={options}
      onChoose={(value) => onChoose(value === '' ? undefined : (value as Chosen))}
    />
  );
}
