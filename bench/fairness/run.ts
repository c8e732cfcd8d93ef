import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { OrganizationId } from '@shopwright/contract/ids';
import { connectDatabase, runMigrations, type Database } from '@shopwright/database';
import { insertSampleOrganization } from '@shopwright/database/testing/samples';
import { startTestPostgres } from '@shopwright/database/testing/test-postgres';
import { percentile } from '../support/percentile.ts';
import { createLine } from './line.ts';

const { values: options } = parseArgs({
  options: {
    places: { type: 'string', default: '5' },
    'slot-ms': { type: 'string', default: '500' },
    rounds: { type: 'string', default: '20' },
    greedy: { type: 'string', default: '100' },
  },
});
const places = Number(options.places);
const slotMs = Number(options['slot-ms']);
const rounds = Number(options.rounds);
const greedyCount = Number(options.greedy);

interface Case {
  what: string;
  /** How many stores the greedy organization asks for before the small one asks for its first. */
  greedy: number;
  /** Both in one organization: in it, it is first come, first served. */
  isShared: boolean;
}

const cases: readonly Case[] = [
  { what: 'alone', greedy: 0, isShared: false },
  { what: 'behind a greedy one, first come first served', greedy: greedyCount, isShared: true },
  { what: 'beside a greedy one, by turns', greedy: greedyCount, isShared: false },
];

/** How long the first store of a small organization waits for a place. The line is real, making a store is a pause. */
async function main(): Promise<void> {
  const postgres = await startTestPostgres();
  await runMigrations(postgres.url);
  const connection = connectDatabase({ url: postgres.url, applicationName: 'bench' });
  try {
    process.stdout.write(
      `Admission on a real Postgres; making a store is SIMULATED by ${slotMs} ms (+-25 %), ${places} at a time, ` +
        `${greedyCount} stores of the greedy organization, ${rounds} rounds\n\n` +
        '| a small organization | p50 slots | p95 slots | most slots | p95 ms |\n| --- | --- | --- | --- | --- |\n',
    );
    for (const one of cases) report(one, await waitsOf(connection.db, one));
  } finally {
    await connection.close();
    await postgres.stop();
  }
}

async function waitsOf(db: Database, { greedy, isShared }: Case): Promise<number[]> {
  const waits: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const line = createLine({ db, places, slotMs });
    const crowd: OrganizationId = await insertSampleOrganization(db);
    const small = isShared ? crowd : await insertSampleOrganization(db);
    for (let index = 0; index < greedy; index += 1) await line.submit(crowd);
    await delay(Math.random() * slotMs);
    waits.push(await line.waitOf(small));
    await line.end();
  }
  return waits;
}

function report({ what }: Case, waits: readonly number[]): void {
  const slots = (share: number): string => (percentile(waits, share) / slotMs).toFixed(2);
  process.stdout.write(
    `| ${what} | ${slots(0.5)} | ${slots(0.95)} | ${slots(1)} | ${Math.round(percentile(waits, 0.95))} |\n`,
  );
}

await main();
