export const BlobServiceClient = {
  fromConnectionString() {
    throw new Error('Azure storage is not part of this image: files live on the volume of the shop.');
  },
};
