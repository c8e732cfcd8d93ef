import type { EngineRegistry } from '@shopwright/activities';
import { announceEngine, beat, type Database } from '@shopwright/database';

/** Tells readers which engines this worker can run, and that it lives. */
export async function announce(db: Database, worker: string, engines: EngineRegistry): Promise<void> {
  await beat(db, worker);
  for (const engine of engines.list()) {
    const availability = engines.availability(engine.id);
    await announceEngine(db, {
      id: engine.id,
      displayName: engine.displayName,
      version: engine.version,
      adminPath: engine.adminPath,
      adminLogin: engine.adminLogin,
      preference: engine.preference,
      available: availability.available,
      unavailableReason: availability.available ? null : availability.reason,
    });
  }
}
