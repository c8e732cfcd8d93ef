/** Names that the chart, the Secrets, the images and the initialisation of this engine share. */
export const engineId = 'woocommerce';

export const databaseSecretName = 'store-database';
export const saltsSecretName = 'store-salts';

/** Name of the database's Service, see charts/woocommerce. */
export const databaseHost = 'database';

/** Where the image looks for mounted Secrets, each in a folder of its name. */
export const secretsDirectory = '/run/secrets';
