import { getRouteApi } from '@tanstack/react-router';
import { Page } from '../components/page.tsx';
import { ActivityLog } from '../features/activity/activity-log.tsx';

const route = getRouteApi('/shell/activity');

export function ActivityPage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page title="Activity">
      <ActivityLog search={search} onSearch={(next) => void navigate({ search: next, replace: true })} />
    </Page>
  );
}
