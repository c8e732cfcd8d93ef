import { createWriteStream, mkdirSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { logDirectory, statePath } from '../core/paths.ts';
import { describeError } from '../core/stack-error.ts';
import { buildImage, imagePlan, importImage, type BuiltImage, type PlannedImage } from '../images/index.ts';
import { containerdSocket } from '../node/container-runtime.ts';
import type { LocalCluster } from '../node/cluster.ts';
import type { Part, PartContext } from '../supervisor/part.ts';

/** File that tells the platform which images every engine has, or why it has none. */
export const engineImagesFile = statePath('engine-images.json');

async function build(name: string, { report, signal }: PartContext): Promise<BuiltImage> {
  mkdirSync(logDirectory, { recursive: true });
  const log = createWriteStream(join(logDirectory, `image-${name}.log`));
  report('building', name);
  try {
    return await buildImage(name, { signal, log: (line) => log.write(`${line}\n`) });
  } finally {
    log.end();
  }
}

export interface PauseImagePart extends Part {
  image(): BuiltImage;
}

/** The image that every pod needs before it can start. */
export function pauseImagePart(needs: readonly string[]): PauseImagePart {
  let built: BuiltImage | undefined;
  return {
    name: 'pod image',
    needs,
    image() {
      if (!built) throw new Error('The pod image is asked for before it is built.');
      return built;
    },
    async start(context) {
      built = await build('pause', context);
      return { detail: built.builtFromCache ? 'from the cache' : 'built' };
    },
  };
}

export interface StoreImagesPart extends Part {
  images(): readonly BuiltImage[];
}

type EngineImages = Record<string, Record<string, string>>;

/** Builds the images of every engine. One that cannot be built makes its engine unavailable, with the reason, and nothing else. */
export function storeImagesPart(needs: readonly string[]): StoreImagesPart {
  const images: BuiltImage[] = [];
  return {
    name: 'store images',
    needs,
    images: () => images,
    async start(context) {
      const engines: EngineImages = {};
      for (const planned of await imagePlan()) {
        if (!planned.provides) continue;
        await addImage(planned, planned.provides, engines, images, context);
      }
      await writeEngineImages(engines);
      const unavailable = Object.entries(engines).filter(([, roles]) => 'unavailable' in roles);
      for (const [engine, roles] of unavailable) context.notice(`${engine} is not available: ${roles['unavailable']}`);
      return {
        detail: `${images.length} images${unavailable.length > 0 ? `, ${unavailable.length} engine not available` : ''}`,
      };
    },
  };
}

async function addImage(
  planned: PlannedImage,
  { engine, role }: { engine: string; role: string },
  engines: EngineImages,
  images: BuiltImage[],
  context: PartContext,
): Promise<void> {
  const roles = (engines[engine] ??= {});
  if ('unavailable' in roles) return;
  if (planned.unavailable) {
    engines[engine] = { unavailable: planned.unavailable };
    return;
  }
  try {
    const image = await build(planned.name, context);
    images.push(image);
    roles[role] = image.reference;
  } catch (error) {
    context.signal.throwIfAborted();
    context.notice(describeError(error));
    engines[engine] = {
      unavailable: `image ${planned.name} could not be built: see .local/logs/image-${planned.name}.log`,
    };
  }
}

async function writeEngineImages(engines: EngineImages): Promise<void> {
  const temporary = `${engineImagesFile}.new`;
  await writeFile(temporary, JSON.stringify(engines, null, 2));
  await rename(temporary, engineImagesFile);
}

/** Puts one image into the node's containerd. */
export async function importIntoNode(image: BuiltImage, enter: readonly string[], signal: AbortSignal): Promise<void> {
  await importImage(image, { address: containerdSocket, enter, signal });
}

/** Puts the store images into the node. */
export function nodeImagesPart(cluster: Part & { cluster(): LocalCluster }, store: StoreImagesPart): Part {
  return {
    name: 'node images',
    needs: [cluster.name, store.name],
    async start({ report, signal }) {
      for (const image of store.images()) {
        report('starting', `importing ${image.reference}`);
        await importIntoNode(image, cluster.cluster().enter, signal);
      }
      return { detail: `${store.images().length} on the node` };
    },
  };
}
