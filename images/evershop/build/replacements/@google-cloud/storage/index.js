export function Storage() {
  throw new Error('Google Cloud storage is not part of this image: files live on the volume of the shop.');
}
