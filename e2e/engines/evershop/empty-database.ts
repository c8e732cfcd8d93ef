import type { StoreUnderTest } from '../support/store.ts';

const owner = '/tmp/owner';
const asServer = ['psql', '--host', '/run/postgresql', '--username', 'postgres', '--dbname', 'evershop'];

/** The initialisation program inside a running store, on databases of its server that hold nothing yet. */
export class EmptyDatabases {
  readonly #store: StoreUnderTest;
  readonly #deadlineMs: number;

  constructor(store: StoreUnderTest, deadlineMs = 120_000) {
    this.#store = store;
    this.#deadlineMs = deadlineMs;
  }

  /** Once, before the others: an owner for the shop, and a rule that lets the store's account into other databases. */
  async prepare(): Promise<void> {
    const files = ['username', 'email', 'password'].map((key) => `printf owner@example.com > ${owner}/${key}`);
    await this.#succeed(this.inShop('sh', '-c', `mkdir -p ${owner} && ${files.join(' && ')}`));
    const rules = '/var/lib/postgresql/data/pg_hba.conf';
    await this.#succeed(this.inDatabase('sh', '-c', `echo 'host all evershop all scram-sha-256' >> ${rules}`));
    await this.#succeed(this.inDatabase(...asServer, '--command', 'SELECT pg_reload_conf()'));
  }

  async create(name: string): Promise<void> {
    await this.#succeed(this.inDatabase(...asServer, '--command', `CREATE DATABASE ${name} OWNER evershop`));
  }

  /** `killAfterMs` ends it with SIGKILL; exit code 137 then. */
  initialise(database: string, killAfterMs?: number) {
    const variables = [
      `DB_NAME=${database}`,
      `OWNER_DIRECTORY=${owner}`,
      'STORE_TITLE=Interrupted',
      'STORE_CURRENCY=EUR',
      'STORE_COUNTRY=DE',
    ];
    const limit = killAfterMs === undefined ? [] : ['timeout', '--signal=KILL', `${killAfterMs / 1000}s`];
    return this.inShop('env', ...variables, ...limit, 'node', 'runtime/initialise.mjs');
  }

  inDatabase(...command: string[]) {
    return this.#run('database', 'postgresql', command);
  }

  inShop(...command: string[]) {
    return this.#run('web', 'shop', command);
  }

  #run(component: string, container: string, command: readonly string[]) {
    return this.#store.runInPod({ component, container, command }, AbortSignal.timeout(this.#deadlineMs));
  }

  async #succeed(run: Promise<{ exitCode: number; stderr: string }>): Promise<void> {
    const { exitCode, stderr } = await run;
    if (exitCode !== 0) throw new Error(`a command in the store ended with ${exitCode}: ${stderr}`);
  }
}
