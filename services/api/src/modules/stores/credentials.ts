import { AppError } from '@shopwright/contract/errors';
import type { StoreId } from '@shopwright/contract/ids';
import type { Credentials } from '@shopwright/contract/schemas/store';
import {
  findEngine,
  findStore,
  takeCredentialsReveal,
  type Database,
  type IdempotencyKey,
  type Request,
  type Visibility,
} from '@shopwright/database';
import { storeAddress, type StoreAddressConfig } from '@shopwright/runtime';
import { loginName } from './store-view.ts';

/** Reads the admin password of a store where it lives. Throws CREDENTIALS_UNAVAILABLE, CLUSTER_UNAVAILABLE. */
export type AdminPasswordReader = (storeId: StoreId) => Promise<string>;

export interface CredentialsServiceOptions {
  db: Database;
  readAdminPassword: AdminPasswordReader;
  address: StoreAddressConfig;
}

export interface RevealRequest extends Request {
  visibility: Visibility;
  storeId: StoreId;
  idempotencyKey?: IdempotencyKey;
}

/** Hands out the admin password of a ready store once; the same request repeated with its idempotency key gets it again. */
export function createCredentialsService({ db, readAdminPassword, address }: CredentialsServiceOptions) {
  return {
    /** Throws STORE_NOT_FOUND, CREDENTIALS_UNAVAILABLE, CLUSTER_UNAVAILABLE. */
    reveal: async (request: RevealRequest): Promise<Credentials> => {
      const row = await findStore(db, request.visibility, request.storeId);
      if (row === undefined) throw new AppError('STORE_NOT_FOUND', { params: { storeId: request.storeId } });
      if (row.phase !== 'ready') throw new AppError('CREDENTIALS_UNAVAILABLE');
      // Read before the reveal is taken: a cluster that does not answer must not cost the owner the password.
      const [engine, password] = await Promise.all([findEngine(db, row.engineId), readAdminPassword(row.id)]);
      if (!(await takeCredentialsReveal(db, row.id, request))) throw new AppError('CREDENTIALS_UNAVAILABLE');
      const { url } = storeAddress(row.slug, address);
      return { adminUrl: `${url}${engine?.adminPath ?? ''}`, username: loginName(row, engine), password };
    },
  };
}

export type CredentialsService = ReturnType<typeof createCredentialsService>;
