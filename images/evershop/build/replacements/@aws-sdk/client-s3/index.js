export class S3Client {
  constructor() {
    throw new Error('S3 storage is not part of this image: files live on the volume of the shop.');
  }
}

export class HeadBucketCommand {}
export class DeleteObjectCommand {}
export class ListObjectsV2Command {}
export class PutObjectCommand {}
