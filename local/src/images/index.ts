export { buildImage, type BuildOptions, type BuiltImage } from './build-image.ts';
export type { BuildContext } from './buildah.ts';
export type { ImageSizes } from './cache.ts';
export { importImage, type ContainerdTarget } from './import-image.ts';
export { defaultImagePaths, type ImagePaths } from './paths.ts';
export { imagePlan, type PlannedImage } from './plan.ts';
