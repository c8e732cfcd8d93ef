import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { galleryDocument } from './gallery/gallery-document.ts';
import { pictureName, viewsOf } from './gallery/pictures.ts';
import { takePicture } from './gallery/take-picture.ts';
import { openScene, type Scene } from './scene/scene.ts';
import type { DashboardState } from './states/dashboard-state.ts';
import { stateAreas } from './states/state-areas.ts';
import { openBrowser } from './support/browser.ts';
import { openState } from './support/open-state.ts';
import { startWebPlatform } from './support/web-platform.ts';

const documents = fileURLToPath(new URL('../../docs/', import.meta.url));
const directory = join(documents, 'images/gallery');
/** Few, so that a short list shows both kinds: what is being made and what waits. */
const storesAtOnce = 3;

/** Names of the states whose pictures are taken; all of them where none is given. */
const { positionals: chosen } = parseArgs({ allowPositionals: true });
const states = stateAreas.flatMap((area) => area.states);

/** Takes the pictures of the dashboard and writes the page that shows them. */
async function main(): Promise<void> {
  const wanted = chosen.length === 0 ? states : states.filter(({ name }) => chosen.includes(name));
  const unknown = chosen.filter((name) => !states.some((state) => state.name === name));
  if (unknown.length > 0) throw new Error(`no such state: ${unknown.join(', ')}`);
  await mkdir(directory, { recursive: true });
  const failures: unknown[] = [];
  const [platform, browser] = await Promise.all([startWebPlatform({ storesAtOnce }), openBrowser()]);
  try {
    const scene = await openScene(platform, { slugEnding: '' });
    try {
      for (const state of wanted)
        await showState(browser, scene, state).catch((error: unknown) => failures.push(error));
    } finally {
      await scene.close();
    }
  } finally {
    await browser.close();
    await platform.close();
  }
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} states have no pictures`);
  await removeOthers();
  await writeFile(join(documents, 'gallery.md'), galleryDocument(stateAreas));
}

async function showState(browser: Browser, scene: Scene, state: DashboardState): Promise<void> {
  for (const view of viewsOf(state)) {
    const { page, context } = await openState(browser, scene, state, view);
    await takePicture(page, state, join(directory, pictureName(state, view)));
    await context.close();
  }
  await state.leave?.(scene);
  console.log(state.name);
}

/** Pictures of states that are no more. */
async function removeOthers(): Promise<void> {
  const known = new Set(states.flatMap((state) => viewsOf(state).map((view) => pictureName(state, view))));
  const others = (await readdir(directory)).filter((file) => !known.has(file));
  await Promise.all(others.map((file) => rm(join(directory, file))));
}

await main();
