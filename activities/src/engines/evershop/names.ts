/** Names that the chart, the Secrets and the initialisation of this engine share. */
export const engineId = 'evershop';

export const databaseSecretName = 'store-database';
export const keysSecretName = 'store-keys';

/** Name and port of the database's Service, see charts/evershop. */
export const databaseHost = 'database';
export const databaseName = 'evershop';
