import { AppError } from '@shopwright/contract/errors';
import { isOrganizationId, newOrganizationId, randomBase32 } from '@shopwright/contract/ids';
import type { ListOrganizationsQuery, OrganizationView } from '@shopwright/contract/schemas/organization';
import { deriveSlug, withSuffix } from '@shopwright/contract/slugs';
import { appendEvents, type Database } from '@shopwright/database';
import {
  countOwned,
  findOrganization,
  insertMember,
  insertOrganization,
  listOrganizations,
  lockAccount,
  renameOrganization,
  setSessionOrganization,
  type OrganizationListing,
} from '@shopwright/database/accounts';
import { pageOfRows } from '../../http/cursor.ts';
import { cursorAfter, positionOf } from '../../http/newest-first.ts';
import type { OrganizationCaller, Person } from '../caller.ts';

export interface OrganizationService {
  list(
    person: Person,
    query: ListOrganizationsQuery,
  ): Promise<{ items: OrganizationView[]; nextCursor: string | null }>;
  /** The person owns it and acts in it from now on. */
  create(person: Person, name: string): Promise<OrganizationView>;
  get(caller: OrganizationCaller): Promise<OrganizationView>;
  rename(caller: OrganizationCaller, name: string): Promise<OrganizationView>;
}

export interface OrganizationServiceOptions {
  db: Database;
  /** How many one account owns at most; limits are per organization, so that they must not be free. Operators are exempt. */
  mostOwned: number;
}

export function createOrganizationService({ db, mostOwned }: OrganizationServiceOptions): OrganizationService {
  const get: OrganizationService['get'] = async ({ organizationId, accountId }) => {
    const found = await findOrganization(db, organizationId, accountId);
    if (found === undefined) throw new AppError('ORGANIZATION_NOT_FOUND');
    return organizationView(found);
  };
  return {
    get,
    list: async ({ accountId, isOperator }, { cursor, limit, search }) => {
      const rows = await listOrganizations(db, {
        accountId,
        all: isOperator,
        limit: limit + 1,
        ...(search !== undefined && { search }),
        ...(cursor !== undefined && { after: positionOf(cursor, isOrganizationId) }),
      });
      const page = pageOfRows(rows, limit, (last) => cursorAfter(last.organization));
      return { items: page.rows.map(organizationView), nextCursor: page.nextCursor };
    },
    create: async (person, name) => {
      const { accountId, sessionId, actor, source, isOperator } = person;
      const id = newOrganizationId();
      await db.transaction(async (tx) => {
        await lockAccount(tx, accountId);
        const used = await countOwned(tx, accountId);
        if (used >= mostOwned && !isOperator) {
          throw new AppError('ORGANIZATION_LIMIT_REACHED', { params: { used, limit: mostOwned } });
        }
        await insertOrganization(tx, { id, name, slug: withSuffix(deriveSlug(name), randomBase32(6)) });
        await insertMember(tx, { organizationId: id, accountId, role: 'owner' });
        await setSessionOrganization(tx, sessionId, id);
        await appendEvents(tx, [{ type: 'organization.created', actor, source, organizationId: id, data: { name } }]);
      });
      return get({ ...person, organizationId: id, role: 'owner' });
    },
    rename: async (caller, name) => {
      const { actor, source, organizationId } = caller;
      await db.transaction(async (tx) => {
        if ((await renameOrganization(tx, organizationId, name)) === undefined) {
          throw new AppError('ORGANIZATION_NOT_FOUND');
        }
        await appendEvents(tx, [{ type: 'organization.renamed', actor, source, organizationId, data: { name } }]);
      });
      return get(caller);
    },
  };
}

function organizationView({ organization, role, members }: OrganizationListing): OrganizationView {
  return {
    id: organization.id,
    name: organization.name,
    slug: organization.slug,
    role,
    members,
    createdAt: organization.createdAt.toISOString(),
  };
}
