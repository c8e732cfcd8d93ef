import path from 'node:path';
import { chartValues } from '../chart-values.ts';
import type { StoreEngine } from '../engine.ts';
import { storeInitialisation } from './initialisation.ts';
import { engineId } from './names.ts';
import { probeStore } from './probe/probe-store.ts';
import { storeSecrets } from './secrets.ts';

const imageRoles = ['web', 'database'];

/** EverShop: storefront, admin and cash on delivery in one Node.js server on PostgreSQL. */
export const evershop: StoreEngine = {
  id: engineId,
  displayName: 'EverShop',
  version: '2.2.1',
  preference: 20,
  images: imageRoles,
  chartDirectory: path.resolve(import.meta.dirname, '../../../../charts', engineId),
  adminPath: '/admin',
  adminLogin: 'email',
  values: (spec, environment) => chartValues(spec, environment, imageRoles),
  secrets: storeSecrets,
  initialisation: storeInitialisation,
  probe: probeStore,
};
