// Runs on whatever Node the machine has: installs the workspace if needed, then hands over to the pinned Node.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.shopwright-lock`;
const pinnedNode = `${root}node_modules/.bin/node`;
const oldestNode = 20;

function fail(message) {
  console.error(message);
  process.exit(1);
}

function installDependencies() {
  const lock = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  if (existsSync(stamp) && existsSync(pinnedNode) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('Installing the npm packages of the lock file (about a minute) …');
  // Not `npm ci`: it refuses a lock file without the binaries of other platforms, which not every registry carries.
  const install = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (install.status !== 0)
    fail('npm install failed (see above). Is the npm registry reachable? Run the command again to resume.');
  // A host that switches install scripts off leaves these two without their binaries.
  if (!existsSync(pinnedNode) || spawnSync(pinnedNode, ['--version']).status !== 0) {
    spawnSync('npm', ['rebuild', 'node', '--ignore-scripts=false'], { cwd: root, stdio: ['ignore', 2, 2] });
  }
  mkdirSync(`${root}node_modules`, { recursive: true });
  writeFileSync(stamp, lock);
}

if (Number(process.versions.node.split('.')[0]) < oldestNode) {
  fail(`Node ${process.versions.node} is too old: Shopwright needs Node ${oldestNode} or newer to install itself.`);
}
installDependencies();

const child = spawn(pinnedNode, [`${root}local/src/cli.ts`, ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
