import { describe, expect, it } from 'vitest';
import { storeAddress } from './store-address.ts';

describe('store address', () => {
  it.each([
    [{ STORES_DOMAIN: 'localhost', STORES_PUBLIC_PORT: 8081, STORES_SCHEME: 'http' }, 'http://tea.localhost:8081'],
    [{ STORES_DOMAIN: 'shops.example', STORES_SCHEME: 'https' }, 'https://tea.shops.example'],
  ] as const)('%j gives %s', (config, url) => {
    expect(storeAddress('tea', config).url).toBe(url);
  });
});
