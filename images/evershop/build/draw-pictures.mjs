/** Renders every drawing of a folder as WebP, the format that the storefront serves. Usage: draw-pictures.mjs FROM TO */
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';

const [from, to] = process.argv.slice(2);
await mkdir(to, { recursive: true });
for (const file of await readdir(from)) {
  const target = path.join(to, `${path.basename(file, '.svg')}.webp`);
  await sharp(path.join(from, file), { density: 96 }).webp({ quality: 82 }).toFile(target);
}
