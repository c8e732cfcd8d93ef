/**
 * The parts of EverShop that the platform starts itself. They are imported by file, because the package exports only what
 * extensions need. EverShop takes the working directory as the shop's folder.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

process.env.NODE_ENV = 'production';
// Its modules write their defaults into the configuration while they load.
process.env.ALLOW_CONFIG_MUTATIONS = 'true';

const distribution = path.resolve('node_modules/@evershop/evershop/dist');

/** Imports one file of EverShop, named relative to its `dist` folder. */
export function importShopFile(file) {
  return import(pathToFileURL(path.join(distribution, file)).href);
}

async function shopModules() {
  const { getCoreModules } = await importShopFile('bin/lib/loadModules.js');
  const { getEnabledExtensions } = await importShopFile('bin/extension/index.js');
  return [...getCoreModules(), ...getEnabledExtensions()];
}

/**
 * Reads the files of EverShop's modules without running them; needs no database. Left out is GraphQL: its schema is built while
 * its files are read, from what the other modules have registered by then.
 */
export async function preloadShopModules() {
  for (const module of await shopModules()) {
    const file = path.join(module.path, 'bootstrap.js');
    if (module.name !== 'graphql' && existsSync(file)) await import(pathToFileURL(file).href);
  }
}

/**
 * Loads what every module of EverShop registers (widgets, validators, jobs…) and closes the registries, as its own start does.
 * Needs the database: the settings are read here. Returns the modules.
 */
export async function loadShopModules() {
  const { loadBootstrapScript } = await importShopFile('bin/lib/bootstrap/bootstrap.js');
  const { lockHooks } = await importShopFile('lib/util/hookable.js');
  const { lockRegistry } = await importShopFile('lib/util/registry.js');
  const { lockCarrierRegistry } = await importShopFile('modules/oms/services/carrier/registry.js');
  const modules = await shopModules();
  for (const module of modules) {
    await loadBootstrapScript(module, { command: 'start', env: 'production', process: 'main' });
  }
  lockHooks();
  lockRegistry();
  lockCarrierRegistry();
  process.env.ALLOW_CONFIG_MUTATIONS = 'false';
  return modules;
}

/** Brings the database to EverShop's schema; does nothing when it is there. */
export async function migrateShop(modules) {
  const { migrate } = await importShopFile('bin/lib/bootstrap/migrate.js');
  await migrate(modules);
}
