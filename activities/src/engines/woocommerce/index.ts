import path from 'node:path';
import type { StoreEngine } from '../engine.ts';
import { storeInitialisation } from './initialisation.ts';
import { engineId } from './names.ts';
import { probeStore } from './probe/probe-store.ts';
import { storeSecrets } from './secrets.ts';
import { storeValues } from './values.ts';

/** WooCommerce on WordPress: nginx and PHP on MariaDB. */
export const woocommerce: StoreEngine = {
  id: engineId,
  displayName: 'WooCommerce',
  version: '11.0.1',
  preference: 10,
  images: ['web', 'database'],
  chartDirectory: path.resolve(import.meta.dirname, '../../../../charts', engineId),
  adminPath: '/wp-admin/',
  adminLogin: 'username',
  values: storeValues,
  secrets: storeSecrets,
  initialisation: storeInitialisation,
  probe: probeStore,
};
