/** The Secret that the platform makes for every store, whatever its engine: keys `username`, `email`, `password`. */
export const adminSecretName = 'store-admin';

/** The ResourceQuota that the chart of every engine makes. */
export const resourceQuotaName = 'store';
