import { Tabs } from '../components/tabs.tsx';

const tabs = [
  { to: '/platform', label: 'Overview' },
  { to: '/platform/organizations', label: 'Organizations' },
  { to: '/platform/accounts', label: 'Accounts' },
] as const;

export function PlatformTabs() {
  return <Tabs label="Platform" tabs={tabs} />;
}
