import { Page } from '../components/page.tsx';
import { AccountView } from '../features/account/account-view.tsx';

export function AccountPage() {
  return (
    <Page title="Your account">
      <AccountView />
    </Page>
  );
}
