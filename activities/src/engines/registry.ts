import { AppError } from '@shopwright/contract/errors';
import type { StoreEngine } from './engine.ts';

/** Whether an engine can be used in this installation, and why not. */
export type EngineAvailability =
  | { available: true; images: Readonly<Record<string, string>> }
  | { available: false; reason: string };

/** Contents of the file that ENGINE_IMAGES_FILE names: engine id -> image references by role, or why there are none. */
export type EngineImages = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface EngineRegistry {
  list(): readonly StoreEngine[];
  /** Throws ENGINE_UNKNOWN. */
  get(id: string): StoreEngine;
  availability(id: string): EngineAvailability;
  /** Image references by role; throws ENGINE_UNAVAILABLE. */
  images(id: string): Readonly<Record<string, string>>;
}

/** Makes the list of engines that the rest of the platform asks by id; throws on duplicated ids. */
export function createEngineRegistry(engines: readonly StoreEngine[], images: EngineImages): EngineRegistry {
  const byId = new Map(engines.map((engine) => [engine.id, engine]));
  if (byId.size !== engines.length) {
    throw new AppError('INTERNAL', { params: { what: 'two engines share an id' } });
  }
  const get = (id: string): StoreEngine => {
    const engine = byId.get(id);
    if (engine === undefined) throw new AppError('ENGINE_UNKNOWN', { params: { engine: id } });
    return engine;
  };
  const availability = (id: string): EngineAvailability => engineAvailability(get(id), images[id]);
  return {
    list: () => engines.toSorted((left, right) => left.preference - right.preference),
    get,
    availability,
    images: (id) => {
      const found = availability(id);
      if (found.available) return found.images;
      throw new AppError('ENGINE_UNAVAILABLE', { params: { engine: id, reason: found.reason } });
    },
  };
}

function engineAvailability(
  engine: StoreEngine,
  images: Readonly<Record<string, string>> | undefined,
): EngineAvailability {
  if (images === undefined) return { available: false, reason: 'its images were not built' };
  const reason = images['unavailable'];
  if (reason !== undefined) return { available: false, reason };
  const missing = engine.images.filter((role) => !images[role]);
  if (missing.length > 0) return { available: false, reason: `no image for ${missing.join(', ')}` };
  return { available: true, images };
}
