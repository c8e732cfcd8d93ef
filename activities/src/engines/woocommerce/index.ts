import path from 'node:path';
import { chartValues } from '../chart-values.ts';
import type { StoreEngine } from '../engine.ts';
import { storeInitialisation } from './initialisation.ts';
import { engineId } from './names.ts';
import { probeStore } from './probe/probe-store.ts';
import { storeSecrets } from './secrets.ts';

const imageRoles = ['web', 'database'];

/** WooCommerce on WordPress: nginx and PHP on MariaDB. */
export const woocommerce: StoreEngine = {
  id: engineId,
  displayName: 'WooCommerce',
  version: '11.0.1',
  preference: 10,
  images: imageRoles,
  chartDirectory: path.resolve(import.meta.dirname, '../../../../charts', engineId),
  adminPath: '/wp-admin/',
  adminLogin: 'username',
  values: (spec, environment) => chartValues(spec, environment, imageRoles),
  secrets: storeSecrets,
  initialisation: storeInitialisation,
  probe: probeStore,
};
