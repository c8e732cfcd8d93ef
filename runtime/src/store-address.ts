export interface StoreAddressConfig {
  STORES_DOMAIN: string;
  STORES_PUBLIC_PORT?: number | undefined;
  STORES_SCHEME: 'http' | 'https';
}

export interface StoreAddress {
  /** Host name without port. */
  host: string;
  /** Without a trailing slash. */
  url: string;
}

/** The public address of a store, e.g. `http://tea.localhost:8081`. */
export function storeAddress(slug: string, config: StoreAddressConfig): StoreAddress {
  const host = `${slug}.${config.STORES_DOMAIN}`;
  const port = config.STORES_PUBLIC_PORT === undefined ? '' : `:${config.STORES_PUBLIC_PORT}`;
  return { host, url: `${config.STORES_SCHEME}://${host}${port}` };
}
