import { AppError } from '@shopwright/contract/errors';
import type { OrganizationId } from '@shopwright/contract/ids';
import type { Quota } from '@shopwright/contract/quotas';
import { lockForTransaction } from '../advisory-locks.ts';
import type { Database } from '../connection.ts';
import { appendEvents } from '../repositories/events.ts';
import { findQuota, putQuota } from '../repositories/quotas.ts';
import type { Request } from './operation.ts';

export interface SetQuota extends Request {
  organizationId: OrganizationId;
  quota: Quota;
  defaultQuota: Quota;
  /** The version that the caller has seen, from If-Match. */
  expectedVersion?: number;
}

/** Sets what an organization may use from now on; stores above it stay. Throws ORGANIZATION_NOT_FOUND, PRECONDITION_FAILED. */
export async function setQuota(db: Database, change: SetQuota): Promise<void> {
  const { organizationId, quota, defaultQuota, expectedVersion, actor, source } = change;
  await db.transaction(async (tx) => {
    await lockForTransaction(tx, 'createStore');
    const before = await findQuota(tx, organizationId, defaultQuota);
    if (before === undefined) throw new AppError('ORGANIZATION_NOT_FOUND', { params: { organizationId } });
    if (expectedVersion !== undefined && expectedVersion !== before.version) throw new AppError('PRECONDITION_FAILED');
    await putQuota(tx, organizationId, quota, before.version + 1);
    const data = { before: { ...before.quota }, after: { ...quota } };
    await appendEvents(tx, [{ type: 'quota.changed', actor, source, organizationId, data }]);
  });
}
