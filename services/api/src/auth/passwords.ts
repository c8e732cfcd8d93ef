import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { limited } from './limited.ts';

/** What OWASP asks of Argon2id at least: 19 MiB, two passes, one lane. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };
const nonceBytes = 16;
const hashInThread = promisify(argon2);

/** Of the four threads that also read files and resolve names; more at once are not faster, only hungrier. */
const argon2id = limited(hashInThread, { concurrency: 2, mostWaiting: 100 });

/** Hashes a password in PHC string format: the parameters stay beside the hash, so that they can grow. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(nonceBytes);
  const tag = await argon2id('argon2id', { ...cost, message: password.normalize('NFKC'), nonce });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${encode(nonce)}$${encode(tag)}`;
}

/** Compares a password with a hash. Without a hash (no such account, no password) it works as long and says false. */
export async function verifyPassword(hash: string | null | undefined, password: string): Promise<boolean> {
  const { nonce, tag, ...parameters } = parse(hash ?? unmatchable);
  const actual = await argon2id('argon2id', { ...parameters, message: password.normalize('NFKC'), nonce });
  return timingSafeEqual(actual, tag) && typeof hash === 'string';
}

const unmatchable = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${encode(Buffer.alloc(nonceBytes))}$${encode(Buffer.alloc(cost.tagLength))}`;
const format = /^\$argon2id\$v=19\$m=(?<m>\d+),t=(?<t>\d+),p=(?<p>\d+)\$(?<nonce>[^$]+)\$(?<tag>[^$]+)$/;

function parse(hash: string) {
  const parts = format.exec(hash)?.groups;
  if (parts === undefined) throw new Error('a stored password hash is not readable');
  const tag = Buffer.from(parts['tag'] ?? '', 'base64');
  return {
    memory: Number(parts['m']),
    passes: Number(parts['t']),
    parallelism: Number(parts['p']),
    tagLength: tag.length,
    nonce: Buffer.from(parts['nonce'] ?? '', 'base64'),
    tag,
  };
}

function encode(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
