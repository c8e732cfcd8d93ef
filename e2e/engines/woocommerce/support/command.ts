import type { StoreUnderTest } from '../../support/store.ts';

/** The owner's Secret is mounted for the initialisation only: where people run it, they say who the owner is. */
const variables = { STORE_TITLE: 'By hand', STORE_CURRENCY: 'EUR', STORE_COUNTRY: 'DE' };

export interface CommandRun {
  exitCode: number;
  lines: readonly { step?: string; result?: string; changes?: number; exitCode?: number }[];
}

/** Runs `wp shopwright init` in the PHP container of a store, as a person would; with another password of the database if given. */
export async function runInitCommand(store: StoreUnderTest, databasePassword?: string): Promise<CommandRun> {
  const script = `
    secrets=$(mktemp -d)
    export STORE_SECRETS_DIRECTORY=$secrets
    mkdir $secrets/store-admin $secrets/store-database
    for key in username email password; do printf owner@example.com > $secrets/store-admin/$key; done
    cp /run/secrets/store-database/* $secrets/store-database/
    ${databasePassword === undefined ? '' : `rm -f $secrets/store-database/password; printf '${databasePassword}' > $secrets/store-database/password`}
    ln -s /run/secrets/store-salts $secrets/store-salts
    exec wp shopwright init`;
  const environment = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
  const command = ['env', ...environment, 'sh', '-ec', script];
  const run = await store.runInPod({ component: 'web', container: 'php', command }, AbortSignal.timeout(90_000));
  const lines = run.stdout.split('\n').filter((line) => line.startsWith('{'));
  return { exitCode: run.exitCode, lines: lines.map((line): CommandRun['lines'][number] => JSON.parse(line)) };
}
