/**
 * Brings the shop to its desired state. Every step looks first and acts only on what differs, so a second run reports no change
 * and a run that was killed is simply repeated. One JSON object per line on standard output; exit codes in `exit-codes.mjs`.
 *
 *   initialise.mjs            everything
 *   initialise.mjs --prepare  only what is the same in every store; fills the database that the image is delivered with
 */
import { connectDatabase } from './database.mjs';
import { readDesiredState } from './desired-state.mjs';
import { exitCodeOf, exitCodes } from './exit-codes.mjs';
import { settingsChanged } from './settings-channel.mjs';
import { createShopServices } from './shop-services.mjs';
import { addresses } from './steps/addresses.mjs';
import { catalog } from './steps/catalog.mjs';
import { homePage } from './steps/home-page.mjs';
import { owner } from './steps/owner.mjs';
import { schema } from './steps/schema.mjs';
import { identitySettings, sharedSettings } from './steps/settings.mjs';
import { shipping } from './steps/shipping.mjs';
import { version } from './steps/version.mjs';

/** Any number that nobody else locks in this database. */
const lockId = 5_201_314;

const sharedSteps = [schema, sharedSettings, shipping, catalog, addresses, homePage];
const allSteps = [...sharedSteps, identitySettings, owner, version];

function report(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

async function run(steps, desired) {
  const database = await connectDatabase();
  await database.query('SELECT pg_advisory_lock($1)', [lockId]);
  const context = { database, desired, shop: createShopServices() };
  let changes = 0;
  for (const step of steps) {
    const start = performance.now();
    const changed = await step(context);
    changes += changed;
    const durationMs = Math.round(performance.now() - start);
    report({ step: step.name, detail: `${changed} changes in ${durationMs} ms`, changes: changed, durationMs });
  }
  if (changes > 0) await database.query(`NOTIFY ${settingsChanged}`);
  await database.end();
  return changes;
}

async function main(isPreparation) {
  const desired = isPreparation ? undefined : readDesiredState();
  const start = performance.now();
  const changes = await run(isPreparation ? sharedSteps : allSteps, desired);
  const durationMs = Math.round(performance.now() - start);
  report({ message: `done with ${changes} changes in ${durationMs} ms`, result: 'done', changes, durationMs });
  return exitCodes.done;
}

// EverShop's own failure paths call process.exit(0).
process.on('exit', (code) => {
  if (process.exitCode === undefined && code === 0) process.exitCode = exitCodes.bug;
});
const code = await main(process.argv.includes('--prepare')).catch((error) => {
  report({ message: `failed: ${error.message}`, result: 'failed', exitCode: exitCodeOf(error) });
  return exitCodeOf(error);
});
process.exitCode = code;
process.exit(code);
