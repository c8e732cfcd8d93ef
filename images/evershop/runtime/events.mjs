/** EverShop's event subscribers. EverShop gives them a process of its own, which costs a store 90 MB and a second boot. */
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { settingsChanged } from './settings-channel.mjs';
import { importShopFile } from './shop.mjs';

/** Catches events that were inserted while nobody listened. */
const fallbackPollMs = 10_000;

async function createProcessor(modules) {
  const { loadSubscribers } = await importShopFile('lib/event/loadSubscribers.js');
  const { EventStorage } = await importShopFile('lib/event/EventStorage.js');
  const { createEventProcessor } = await importShopFile('lib/event/EventProcessor.js');
  const { pool } = await importShopFile('lib/postgres/connection.js');
  const { refreshSetting } = await importShopFile('modules/setting/services/setting.js');
  const storage = new EventStorage(pool);
  const subscribers = await loadSubscribers(modules);
  const { loadAndProcess } = createEventProcessor({ storage, subscribers, beforeBatch: refreshSetting });
  return { storage, loadAndProcess, refreshSetting, pool };
}

/** Starts handing new events to EverShop's subscribers; `onLost` is called once when the listening connection breaks. */
export async function startEventSubscribers(modules, onLost) {
  const { storage, loadAndProcess, refreshSetting } = await createProcessor(modules);
  const { connectionSetting } = await importShopFile('lib/postgres/connection.js');
  const listener = new pg.Client(connectionSetting);
  listener.on('error', onLost);
  listener.on('notification', ({ channel }) => (channel === settingsChanged ? refreshSetting() : loadAndProcess()));
  await listener.connect();
  await listener.query(`LISTEN new_event; LISTEN ${settingsChanged}`);
  // What changed between the first reading of the settings and the LISTEN was announced to nobody.
  await refreshSetting();
  await storage.markStuckAsFailed();
  setInterval(() => loadAndProcess(), fallbackPollMs);
  await loadAndProcess();
}

/** Handles every event that waits now, and returns when none is left or the time is over. */
export async function drainEvents(modules, timeoutMs = 10_000) {
  const { loadAndProcess, pool } = await createProcessor(modules);
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    await loadAndProcess();
    const { rows } = await pool.query(`SELECT 1 FROM event WHERE status IN ('pending', 'processing') LIMIT 1`);
    if (rows.length === 0) return;
    await delay(20);
  }
}
