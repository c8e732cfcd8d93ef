import type { Permission } from '@shopwright/contract/permissions';
import { Activity, Gauge, type LucideIcon, Store, UsersRound } from 'lucide-react';
import { useMay } from '../../lib/session.ts';

export interface Destination {
  to: '/' | '/activity' | '/organization' | '/platform';
  label: string;
  icon: LucideIcon;
  /** The second key of `g …`. */
  key: string;
  /** Of what the page reads first. */
  permission: Permission;
}

export const destinations: readonly Destination[] = [
  { to: '/', label: 'Stores', icon: Store, key: 's', permission: 'stores:read' },
  { to: '/activity', label: 'Activity', icon: Activity, key: 'a', permission: 'audit:read' },
  { to: '/organization', label: 'Organization', icon: UsersRound, key: 'o', permission: 'members:read' },
  { to: '/platform', label: 'Platform', icon: Gauge, key: 'p', permission: 'platform:read' },
];

/** The places that may be gone to. */
export function useDestinations(): readonly Destination[] {
  const may = useMay();
  return destinations.filter(({ permission }) => may(permission));
}
