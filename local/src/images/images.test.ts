import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildImage } from './build-image.ts';
import { archivePath } from './cache.ts';
import type { ImagePaths } from './paths.ts';
import { imagePlan } from './plan.ts';

let root: string;
let paths: ImagePaths;

const archive = {
  name: 'shop',
  version: '1.0',
  file: 'shop-1.0.zip',
  url: 'https://example.test/shop-1.0.zip',
  directory: 'shop',
  accepted: [{ sha256: '0'.repeat(64), origin: 'test' }],
};

async function writeSource(
  name: string,
  manifest: object,
  files: Readonly<Record<string, string>> = {},
): Promise<void> {
  const directory = path.join(paths.sources, name);
  await mkdir(directory, { recursive: true });
  await writeFile(path.join(directory, 'image.json'), JSON.stringify({ description: name, ...manifest }));
  for (const [file, content] of Object.entries(files)) await writeFile(path.join(directory, file), content);
}

async function reference(name: string): Promise<string | undefined> {
  return (await imagePlan(paths)).find((image) => image.name === name)?.reference;
}

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'images-test-'));
  paths = {
    sources: path.join(root, 'sources'),
    archives: path.join(root, 'archives'),
    images: path.join(root, 'out'),
  };
  await mkdir(paths.archives);
  await mkdir(paths.images);
  await writeSource('floor', { kind: 'root-file-system', bases: {} });
  await writeSource(
    'shop',
    { kind: 'dockerfile', bases: { BASE_IMAGE: 'floor' } },
    { Dockerfile: 'FROM x', 'archives.json': JSON.stringify([archive]) },
  );
});

afterEach(() => rm(root, { recursive: true }));

describe('image plan', () => {
  it('names a missing archive, where it has to go and where it comes from', async () => {
    const plan = await imagePlan(paths);
    expect(plan.map((image) => [image.name, image.isCached, image.unavailable])).toEqual([
      ['floor', false, undefined],
      ['shop', false, `missing ${path.join(paths.archives, 'shop-1.0.zip')} (from https://example.test/shop-1.0.zip)`],
    ]);
  });

  it('keeps the reference while nothing changes', async () => {
    expect(await reference('shop')).toMatch(/^localhost\/shopwright\/shop:[0-9a-f]{16}$/);
    expect(await reference('shop')).toBe(await reference('shop'));
  });

  it.each([
    ['its own files', () => writeFile(path.join(paths.sources, 'shop', 'Dockerfile'), 'FROM y')],
    ['the image it stands on', () => writeFile(path.join(paths.sources, 'floor', 'extra'), '')],
    ['an archive', () => writeFile(path.join(paths.archives, archive.file), 'bytes')],
  ])('changes the reference with %s', async (_what, change) => {
    const before = await reference('shop');
    await change();
    expect(await reference('shop')).not.toBe(before);
  });
});

describe('building an image', () => {
  const context = { signal: new AbortController().signal, log: () => undefined };

  it('takes a finished image from the cache', async () => {
    const tag = (await reference('floor'))?.split(':')[1] ?? '';
    const file = archivePath(paths.images, 'floor', tag);
    await writeFile(file, 'an archive');
    await writeFile(`${file}.json`, JSON.stringify({ compressedBytes: 10, layers: 1 }));
    expect(await buildImage('floor', { ...context, paths })).toEqual({
      reference: await reference('floor'),
      archive: file,
      builtFromCache: true,
      sizes: { compressedBytes: 10, layers: 1 },
    });
  });
});
