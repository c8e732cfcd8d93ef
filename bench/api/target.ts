import type { DatabaseConnection } from '@shopwright/database';
import { startPlatform } from '../../e2e/provision/support/platform.ts';
import { startIsolatedApi } from '../../services/api/src/testing/isolated-api.ts';
import { copyStores } from '../../e2e/provision/support/copied-stores.ts';
import { withoutLimits } from '../../services/api/src/testing/without-limits.ts';
import { createCaller, type Caller } from './caller.ts';
import { keepCreating } from './keep-creating.ts';

/** What is measured. */
export interface Target {
  call: Caller;
  /** The API's process. */
  pid: number;
  stop(): Promise<void>;
}

/** An API on a Postgres of its own with so many stores; nothing carries creates out. */
export async function isolatedTarget(stores: number): Promise<Target> {
  const api = await startIsolatedApi(withoutLimits);
  const call = createCaller(api.url, api.token);
  for (let index = 0; index < stores; index += 20) {
    await Promise.all(
      Array.from({ length: 20 }, (_none, offset) => call('POST', '/api/stores', { name: `Shop ${index + offset}` })),
    );
  }
  await settle(api.database);
  return { call, pid: api.pid, stop: () => api.stop() };
}

/** All but the newest 20 stores are ready, as on an installation that has been used for a while. */
async function settle({ pool }: DatabaseConnection): Promise<void> {
  await pool.query(`create table bench_newest as select id from stores order by created_at desc limit 20`);
  await pool.query(`update operations set state = 'succeeded', admitted_at = created_at, ended_at = now()
    where store_id not in (select id from bench_newest)`);
  await pool.query(`update operation_steps set state = 'done', started_at = now() - interval '2 s', ended_at = now()
    where operation_id in (select id from operations where state = 'succeeded')`);
  await pool.query(`update stores set phase = 'ready', ready_at = now() where id not in (select id from bench_newest)`);
  await pool.query('analyze');
}

export interface BusyOptions {
  stores: number;
  /** How many real stores are being made at any moment. */
  creates: number;
  /** The one that the platform prefers where it is undefined. */
  engine: string | undefined;
}

/** A whole platform on the running local stack, that makes real stores all the while. */
export async function busyTarget({ stores, creates, engine }: BusyOptions): Promise<Target> {
  const platform = await startPlatform({ concurrency: creates, settings: withoutLimits });
  const creating = await copyStores(platform, stores)
    .then(() => keepCreating(platform, engine, creates))
    .catch(async (error: unknown) => {
      await platform.close();
      throw error;
    });
  return {
    call: createCaller(platform.url, platform.token),
    pid: platform.processes.api.pid,
    stop: async () => {
      const made = await creating.stop();
      process.stdout.write(`${made} stores became ready meanwhile, ${creates} at a time\n`);
      await platform.close();
    },
  };
}
