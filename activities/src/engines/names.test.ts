import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadEngines } from './load-engines.ts';

const root = path.resolve(import.meta.dirname, '../../..');

/** Folder of an image -> engine that it serves. */
function engineOfImage(image: string): string | undefined {
  const manifest: { provides?: { engine: string } } = JSON.parse(
    readFileSync(path.join(root, 'images', image, 'image.json'), 'utf8'),
  );
  return manifest.provides?.engine;
}

/** Places that may name one engine: its own, and what people read. */
function ownPlaces(engineId: string): readonly string[] {
  const images = readdirSync(path.join(root, 'images')).filter((image) => engineOfImage(image) === engineId);
  return [
    `activities/src/engines/${engineId}/`,
    `charts/${engineId}/`,
    `e2e/engines/${engineId}/`,
    `bench/store/${engineId}/`,
    ...images.map((image) => `images/${image}/`),
    'docs/',
    'README.md',
    'CHANGELOG.md',
  ];
}

function trackedFilesNaming(words: readonly string[]): string[] {
  const patterns = words.flatMap((word) => ['-e', word]);
  try {
    const output = execFileSync('git', ['grep', '-I', '-i', '-l', '--fixed-strings', ...patterns], { cwd: root });
    return output.toString().trim().split('\n');
  } catch (error) {
    // git grep ends with 1 where nothing is found.
    if (error instanceof Error && 'status' in error && error.status === 1) return [];
    throw error;
  }
}

const engines = await loadEngines();

test.each(engines.map((engine) => ({ id: engine.id, displayName: engine.displayName })))(
  'nothing outside its own places names $id',
  ({ id, displayName }) => {
    const places = ownPlaces(id);
    const strangers = trackedFilesNaming([id, displayName]).filter(
      (file) => !places.some((place) => file.startsWith(place)),
    );
    expect(strangers).toEqual([]);
  },
);

test('engines are found by their folders', () => {
  expect(engines.length).toBeGreaterThan(1);
});
