import type { Permission } from '@shopwright/contract/permissions';
import { organizationRoutes } from '@shopwright/contract/routes/organization';
import { tokensRoutes } from '@shopwright/contract/routes/tokens';
import type { ReactNode } from 'react';
import { Page } from '../components/page.tsx';
import { type Tab, Tabs } from '../components/tabs.tsx';
import { MembersView } from '../features/organization/members-view.tsx';
import { SettingsView } from '../features/organization/settings-view.tsx';
import { TokensView } from '../features/organization/tokens-view.tsx';
import { UsageView } from '../features/organization/usage-view.tsx';
import { useMay, useSession } from '../lib/session.ts';

const tabs: readonly (Tab & { permission: Permission })[] = [
  { to: '/organization', label: 'Members', permission: organizationRoutes.listMembers.permission },
  { to: '/organization/tokens', label: 'Tokens', permission: tokensRoutes.listTokens.permission },
  { to: '/organization/usage', label: 'Usage', permission: organizationRoutes.getOrganization.permission },
  { to: '/organization/settings', label: 'Settings', permission: organizationRoutes.leaveOrganization.permission },
];

export function MembersPage() {
  return (
    <OrganizationPage>
      <MembersView />
    </OrganizationPage>
  );
}

export function TokensPage() {
  return (
    <OrganizationPage>
      <TokensView />
    </OrganizationPage>
  );
}

export function UsagePage() {
  return (
    <OrganizationPage>
      <UsageView />
    </OrganizationPage>
  );
}

export function SettingsPage() {
  return (
    <OrganizationPage>
      <SettingsView />
    </OrganizationPage>
  );
}

function OrganizationPage({ children }: { children: ReactNode }) {
  const may = useMay();
  const name = useSession()?.organization?.name ?? 'Organization';
  return (
    <Page title={name}>
      <Tabs label="Organization" tabs={tabs.filter(({ permission }) => may(permission))} />
      {children}
    </Page>
  );
}
