/**
 * Leaves only what the server needs of a built shop: the packages that EverShop's server files import and what those depend on.
 * Files that import React are in the bundles of the build and are never loaded by the server. Run in the shop's folder.
 */
import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';

const modules = path.resolve('node_modules');
const shop = path.join(modules, '@evershop/evershop');
const replacements = path.join(import.meta.dirname, 'replacements');
const replacedPackages = ['@azure/storage-blob', '@google-cloud/storage', '@aws-sdk/client-s3'];
const neverServed = ['src', 'dist/bin/build', 'dist/bin/dev', 'dist/bin/seed', 'dist/bin/install/index.js'];
const importedByRuntime = ['pg', 'node-cron', 'bcryptjs', 'config', 'sharp', 'express-rate-limit', 'proxy-addr'];
const unusedFile = /(\.map|\.d\.ts|\.d\.mts|\.d\.cts|\.tsx?|\.flow|\.md|\.markdown)$/i;
const importStatement = /(?:\bfrom|\bimport)\s*\(?\s*['"]([^'".][^'"]*)['"]/g;

function filesBelow(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function importsOf(file) {
  return [...readFileSync(file, 'utf8').matchAll(importStatement)].map((match) => match[1]);
}

function packageName(specifier) {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Packages that the server's own files import. */
function importedPackages() {
  const names = new Set(importedByRuntime);
  for (const file of filesBelow(path.join(shop, 'dist'))) {
    if (!file.endsWith('.js') || /\/(tests|components|webpack)\//.test(file)) continue;
    const imports = importsOf(file);
    if (imports.some((specifier) => packageName(specifier) === 'react')) continue;
    for (const specifier of imports) if (!isBuiltin(specifier)) names.add(packageName(specifier));
  }
  return names;
}

/** Folder of a package as Node finds it from another package's folder; absent when it is not installed. */
function resolvePackage(from, name) {
  for (let folder = from; folder.startsWith(path.dirname(modules)); folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', name);
    if (existsSync(path.join(candidate, 'package.json'))) return candidate;
  }
  return undefined;
}

function dependencyFolders(names) {
  const kept = new Set([shop]);
  const waiting = [...names].map((name) => resolvePackage(shop, name));
  while (waiting.length > 0) {
    const folder = waiting.pop();
    if (folder === undefined || kept.has(folder)) continue;
    kept.add(folder);
    const { dependencies, optionalDependencies } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies }))
      waiting.push(resolvePackage(folder, name));
  }
  return kept;
}

function packageFolders(directory) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const folder = path.join(directory, entry.name);
    if (entry.name.startsWith('.') || !entry.isDirectory()) return [];
    return entry.name.startsWith('@') ? packageFolders(folder) : [folder];
  });
}

/** Removes packages that nothing kept stands on; nested ones belong to the package around them. */
function removeUnusedPackages(kept) {
  for (const folder of packageFolders(modules)) {
    const isKept = kept.has(folder) || [...kept].some((other) => other.startsWith(`${folder}/`));
    if (!isKept) rmSync(folder, { recursive: true });
  }
}

for (const name of replacedPackages) {
  rmSync(path.join(modules, name), { recursive: true });
  cpSync(path.join(replacements, name), path.join(modules, name), { recursive: true });
}
cpSync(path.join(replacements, 'devEnvHelper.js'), path.join(shop, 'dist/bin/lib/devEnvHelper.js'));
for (const name of neverServed) rmSync(path.join(shop, name), { recursive: true, force: true });
removeUnusedPackages(dependencyFolders(importedPackages()));
for (const file of filesBelow(modules)) if (unusedFile.test(file)) rmSync(file);
rmSync(path.join(modules, '.bin'), { recursive: true, force: true });
