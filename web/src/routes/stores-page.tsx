import { storesRoutes } from '@shopwright/contract/routes/stores';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { Button } from '../components/button.tsx';
import { Page } from '../components/page.tsx';
import { StoreList } from '../features/stores/store-list.tsx';
import { useListSearch } from '../features/stores/use-list-search.ts';
import { openOverlay } from '../lib/overlay.ts';
import { platformQuery } from '../lib/queries.ts';
import { useMay } from '../lib/session.ts';

const route = getRouteApi('/shell/');

export function StoresPage() {
  const navigate = route.useNavigate();
  const [search, change] = useListSearch(route.useSearch(), (next) => void navigate({ search: next, replace: true }));
  const mayCreate = useMay()(storesRoutes.createStore.permission);
  const { data: platform } = useQuery(platformQuery);
  // An operator's list holds those of every organization.
  const stores = platform?.limits.platform?.stores ?? platform?.limits.stores;
  return (
    <Page
      title="Stores"
      aside={
        stores && (
          <span className="text-muted tabular mt-0.5 text-[0.8125rem]">
            {stores.used.toLocaleString()} of {stores.limit.toLocaleString()}
          </span>
        )
      }
      actions={
        mayCreate && (
          <Button variant="primary" onClick={() => openOverlay('create-store')}>
            <Plus aria-hidden /> Create store
          </Button>
        )
      }
    >
      <StoreList
        search={search}
        onSearch={change}
        onCreate={mayCreate ? () => openOverlay('create-store') : undefined}
      />
    </Page>
  );
}
