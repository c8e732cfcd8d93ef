import type { ReactNode } from 'react';
import { Page } from '../components/page.tsx';
import { AccountsView } from '../features/operator/accounts-view.tsx';
import { OrganizationsView } from '../features/operator/organizations-view.tsx';
import { PlatformTabs } from './platform-tabs.tsx';

export function OrganizationsPage() {
  return (
    <OperatorPage>
      <OrganizationsView />
    </OperatorPage>
  );
}

export function AccountsPage() {
  return (
    <OperatorPage>
      <AccountsView />
    </OperatorPage>
  );
}

function OperatorPage({ children }: { children: ReactNode }) {
  return (
    <Page title="Platform">
      <PlatformTabs />
      {children}
    </Page>
  );
}
