/** The Secret that the platform makes for every store, whatever its engine: keys `username`, `email`, `password`. */
export const adminSecretName = 'store-admin';
