export function S3Client() {
  throw new Error('S3 storage is not part of this image: files live on the volume of the shop.');
}

export {
  S3Client as HeadBucketCommand,
  S3Client as DeleteObjectCommand,
  S3Client as ListObjectsV2Command,
  S3Client as PutObjectCommand,
};
