import { AppError } from '@shopwright/contract/errors';
import { platformWide, type Visibility } from '@shopwright/database';
import type { Identity } from './identity.ts';

/** What somebody may see: a token of a store that store, operators everything, others their organization. Throws FORBIDDEN. */
export function visibilityOf({ organizationId, storeId, isOperator }: Identity): Visibility {
  if (isOperator && storeId === undefined) return platformWide;
  if (organizationId === null) throw new AppError('FORBIDDEN');
  return storeId === undefined ? { kind: 'organization', organizationId } : { kind: 'store', organizationId, storeId };
}
