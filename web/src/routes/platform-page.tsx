import { Page } from '../components/page.tsx';
import { PlatformView } from '../features/platform/platform-view.tsx';
import { PlatformTabs } from './platform-tabs.tsx';

export function PlatformPage() {
  return (
    <Page title="Platform">
      <PlatformTabs />
      <PlatformView />
    </Page>
  );
}
