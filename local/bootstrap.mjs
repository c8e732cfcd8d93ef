// Runs on whatever Node the machine has: installs the workspace if needed, then hands over to the pinned Node.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { serveInstallingPage } from './installing-page.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.shopwright-lock`;
const pinnedNode = `${root}node_modules/.bin/node`;
const oldestNode = 20;

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Exit code of a command whose output goes to stderr. */
async function run(command, args) {
  const [code] = await once(spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2] }), 'exit');
  return code;
}

async function installDependencies() {
  const lock = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  if (existsSync(stamp) && existsSync(pinnedNode) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing the npm packages of the lock file (about a minute) …');
  const isStart = process.argv[2] === 'start';
  const stopServing = isStart ? serveInstallingPage(8080 + Number(process.env.SHOPWRIGHT_PORT_OFFSET ?? 0)) : () => {};
  // Not `npm ci`: it refuses a lock file without the binaries of other platforms, which not every registry carries.
  const code = await run('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0)
    fail('npm install failed (see above). Is the npm registry reachable? Run the command again to resume.');
  // A host that switches install scripts off leaves these two without their binaries.
  if (!existsSync(pinnedNode) || (await run(pinnedNode, ['--version'])) !== 0) {
    await run('npm', ['rebuild', 'node', '--ignore-scripts=false']);
  }
  mkdirSync(`${root}node_modules`, { recursive: true });
  writeFileSync(stamp, lock);
  stopServing();
}

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  fail(`Node ${process.versions.node} is too old: Shopwright needs Node ${oldestNode} or newer to install itself.`);
}
await installDependencies();

const child = spawn(pinnedNode, [`${root}local/src/cli.ts`, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
