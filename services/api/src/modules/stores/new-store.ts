import { AppError } from '@shopwright/contract/errors';
import type { OrganizationId } from '@shopwright/contract/ids';
import { defaultPlanId } from '@shopwright/contract/plans';
import type { CreateStoreBody } from '@shopwright/contract/schemas/store-requests';
import { deriveSlug } from '@shopwright/contract/slugs';
import type { CreateStore, EngineRow } from '@shopwright/database';
import { shortReason } from '../platform/views.ts';

const defaultAdminUsername = 'owner';
const defaultCurrency = 'USD';
const defaultCountry = 'US';

/** The row of a new store: what was asked for, and a default for everything that was left out. */
export function newStore(
  body: CreateStoreBody,
  context: { engine: EngineRow; organizationId: OrganizationId; hostOf: (slug: string) => string },
): Pick<CreateStore, 'store' | 'isSlugDerived'> {
  const slug = body.slug ?? deriveSlug(body.name);
  const adminUsername = body.adminUsername ?? defaultAdminUsername;
  return {
    isSlugDerived: body.slug === undefined,
    store: {
      name: body.name,
      slug,
      engineId: context.engine.id,
      plan: body.plan ?? defaultPlanId,
      organizationId: context.organizationId,
      adminUsername,
      adminEmail: body.adminEmail ?? `${adminUsername}@${context.hostOf(slug)}`,
      currency: body.currency ?? defaultCurrency,
      country: body.country ?? defaultCountry,
    },
  };
}

/** The engine asked for, or the preferred one that is available. Throws ENGINE_UNKNOWN, ENGINE_UNAVAILABLE. */
export function chooseEngine(engines: readonly EngineRow[], wanted: string | undefined): EngineRow {
  if (wanted === undefined) return defaultEngine(engines);
  const engine = engines.find((candidate) => candidate.id === wanted);
  if (engine === undefined) throw new AppError('ENGINE_UNKNOWN', { params: { engine: wanted } });
  if (!engine.available) throw unavailable(engine.id, shortReason(engine.unavailableReason) ?? 'no reason was given');
  return engine;
}

function defaultEngine(engines: readonly EngineRow[]): EngineRow {
  const preferred = engines.find((engine) => engine.available);
  if (preferred !== undefined) return preferred;
  const [first] = engines;
  throw first === undefined
    ? unavailable('(default)', 'no worker has announced an engine yet')
    : unavailable(first.id, shortReason(first.unavailableReason) ?? 'no reason was given');
}

function unavailable(engine: string, reason: string): AppError {
  return new AppError('ENGINE_UNAVAILABLE', { params: { engine, reason } });
}
