import { z } from 'zod';

/** Building blocks of configuration schemas. All of them read text. */

export const port = (fallback: number) => z.coerce.number<string>().int().min(0).max(65_535).default(fallback);

export const count = (fallback: number, least = 1) => z.coerce.number<string>().int().min(least).default(fallback);

/** "true" or "false"; anything else is a problem, so that "no" is never yes. */
export const flag = (fallback: boolean) =>
  z
    .enum(['true', 'false'], 'must be true or false')
    .default(fallback ? 'true' : 'false')
    .transform((value) => value === 'true');

export const logLevel = z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info');

export const databaseUrl = z
  .string()
  .regex(/^postgres(?:ql)?:\/\/\S+$/, 'must be an address such as postgres://user@host/database');

export const hostPort = z.string().regex(/^[^\s:/]+:\d{1,5}$/, 'must be host:port');

/** 32 bytes as 64 hexadecimal digits; the result is the bytes. */
export const encryptionKey = z
  .string()
  .regex(/^[0-9a-f]{64}$/i, 'must be 32 bytes in hexadecimal')
  .transform((text) => Buffer.from(text, 'hex'));

/** Where stores are found: the same for everything that builds or checks their addresses. */
export const storeAddressFields = {
  STORES_DOMAIN: z.hostname().default('localhost'),
  /** Part of public addresses; absent where the scheme's own port is used. */
  STORES_PUBLIC_PORT: z.coerce.number<string>().int().min(1).max(65_535).optional(),
  STORES_SCHEME: z.enum(['http', 'https']).default('http'),
};

export const temporalFields = {
  TEMPORAL_ADDRESS: hostPort.default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('shopwright'),
};
