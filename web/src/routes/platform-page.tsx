import { Page } from '../components/page.tsx';
import { PlatformView } from '../features/platform/platform-view.tsx';

export function PlatformPage() {
  return (
    <Page title="Platform">
      <PlatformView />
    </Page>
  );
}
