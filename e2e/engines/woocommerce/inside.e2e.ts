import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitUntil } from '@shopwright/local';
import { z } from 'zod';
import { StoreUnderTest } from '../support/store.ts';
import { runInitCommand } from './support/command.ts';
import { runScript } from './support/in-pod.ts';
import { describeStore, stack, woocommerce } from './support/woocommerce.ts';

// The PHP of the image, tried where it runs: the must-use plugin, the parts of the initialisation, its command, cron.
const store = new StoreUnderTest(stack, woocommerce);
const workSchema = z.object({ actions: z.array(z.string()), event: z.boolean(), transient: z.boolean() });
const facts = z.record(z.string(), z.unknown());
const soon = (): AbortSignal => AbortSignal.timeout(60_000);

/** Runs SQL as the store's own account. */
async function sql(...statements: readonly string[]): Promise<void> {
  const script = `
    $secrets = array_map(fn($key) => file_get_contents("/run/secrets/store-database/$key"), ['username', 'password', 'database']);
    $connection = mysqli_connect('database', ...$secrets);
    foreach (json_decode(stream_get_contents(STDIN)) as $statement) $connection->query($statement);`;
  const { exitCode, stderr } = await store.runInPod(
    { component: 'web', container: 'php', command: ['php', '-r', script], stdin: JSON.stringify(statements) },
    soon(),
  );
  expect(exitCode, stderr).toBe(0);
}

describeStore('inside a store', () => {
  beforeAll(() => store.create(AbortSignal.timeout(180_000)), 200_000);
  afterAll(() => store.remove(), 150_000);

  test('the must-use plugin closes what it promises, and nothing that the owner needs', async () => {
    expect(await runScript(store, 'check-plugin.php', facts, soon())).toEqual({
      mail: false,
      usersForStrangers: false,
      usersForTheOwner: true,
      remoteProtocol: false,
      invitesToIt: false,
      tellsItsVersion: false,
      messageOfUnknownName: 'The name or the password is not right.',
      messageOfWrongWord: 'The name or the password is not right.',
      offersUpdates: [],
      looksForUpdates: false,
      theOwnerMayInstall: false,
      theOwnerMayEditCode: false,
      theOwnerMaySell: true,
      knowsTheFonts: true,
      loadsTheFonts: false,
      wizard: false,
      signInNames: ['Zoe O Neil 名', 'a b c', 'plain.name@example.com'],
    });
  });

  test('the parts of the initialisation: settings, exit codes, report', async () => {
    expect(await runScript(store, 'check-program.php', facts, soon())).toEqual({
      withoutTitle: 'the variable STORE_TITLE is not set',
      desired: ['Tea & Кофе', 'EUR', 'DE', 'Zoë', 'zoe@example.com'],
      keepsThePassword: true,
      wrongPassword: 30,
      noDatabase: 20,
      codes: [20, 20, 20, 20, 20, 30, 30, 50],
      report: [
        { step: 'owner', detail: 'changed: login, password', changes: 2 },
        { step: 'pages', detail: 'as desired', changes: 0 },
        { result: 'done', changes: 2, exitCode: 0 },
      ],
      failure: [{ result: 'failed', step: 'import', reason: 'é "x"', exitCode: 40 }],
    });
  });

  test('`wp shopwright init` finds a finished shop and leaves it to its owner', async () => {
    const { exitCode, lines } = await runInitCommand(store);
    expect(exitCode).toBe(0);
    expect(lines.map(({ step }) => step)).toEqual(['database', 'install', 'code', 'address', 'opening', undefined]);
    expect(lines.at(-1)).toMatchObject({ result: 'done', changes: 0 });
  });

  test('`wp shopwright init` ends with the code of what is wrong', async () => {
    const run = await runInitCommand(store, 'wrong');
    expect([run.exitCode, run.lines.at(-1)?.exitCode]).toEqual([30, 30]);
    await sql("UPDATE wp_options SET option_value = 'other' WHERE option_name = 'shopwright_release'");
    expect((await runInitCommand(store)).exitCode).toBe(40);
    await sql("DELETE FROM wp_options WHERE option_name = 'shopwright_release'");
    expect((await runInitCommand(store)).exitCode).toBe(0);
  });

  test('due work of Action Scheduler and WP-Cron runs without a visitor', async () => {
    const signal = AbortSignal.timeout(240_000);
    await runScript(store, 'schedule-work.php', z.object({ action: z.int().positive() }), signal);
    expect(await runScript(store, 'read-work.php', workSchema, signal)).toEqual({
      actions: ['pending'],
      event: true,
      transient: true,
    });
    await waitUntil(
      'the end of the scheduled work',
      async () => {
        const work = await runScript(store, 'read-work.php', workSchema, signal);
        return work.actions[0] === 'complete' && !work.event && !work.transient;
      },
      { timeoutMs: 200_000, intervalMs: 5000, signal },
    );
  }, 260_000);

  test('`wp shopwright init` makes the shop where there is none, and it sells', async () => {
    await sql('DROP DATABASE store', 'CREATE DATABASE store');
    const { exitCode, lines } = await runInitCommand(store);
    expect(exitCode).toBe(0);
    expect(lines.at(-1)).toMatchObject({ result: 'done', exitCode: 0 });
    await waitUntil('a passing probe', async () => (await store.probe(soon())).orderReference !== '', {
      timeoutMs: 60_000,
      intervalMs: 500,
    });
  });
});
