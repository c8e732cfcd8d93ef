import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto';
import { promisify } from 'node:util';
import { limited } from './limited.ts';

/** Parameters of Argon2id. */
export interface HashCost {
  /** In KiB. */
  memory: number;
  passes: number;
  parallelism: number;
}

export interface PasswordsOptions {
  /** Of new hashes; the ones that are stored bring their own. */
  cost: HashCost;
  /** Computes an Argon2id tag. */
  argon2id: (parameters: Argon2Parameters) => Promise<Buffer>;
}

export interface Passwords {
  /** Hashes a password in PHC string format: the parameters stay beside the hash, so that they can grow. */
  hash(password: string): Promise<string>;
  /** Compares a password with a hash. Without a hash (no such account, no password) it works as long and says false. */
  verify(hash: string | null | undefined, password: string): Promise<boolean>;
}

/** What OWASP asks of Argon2id at least: 19 MiB, two passes, one lane. */
const owaspCost: HashCost = { memory: 19_456, passes: 2, parallelism: 1 };
const tagLength = 32;
const nonceBytes = 16;

const inThread = promisify(argon2);

/** Hashes passwords and compares them; `options` are for tests alone. */
export function createPasswords({
  cost = owaspCost,
  argon2id = (parameters) => inThread('argon2id', parameters),
}: Partial<PasswordsOptions> = {}): Passwords {
  // Of the four threads that also read files and resolve names; more at once are not faster, only hungrier.
  const tagOf = limited(argon2id, { concurrency: 2, mostWaiting: 100 });
  const unmatchable = format(cost, Buffer.alloc(nonceBytes), Buffer.alloc(tagLength));
  return {
    hash: async (password) => {
      const nonce = randomBytes(nonceBytes);
      const tag = await tagOf({ ...cost, tagLength, message: password.normalize('NFKC'), nonce });
      return format(cost, nonce, tag);
    },
    verify: async (hash, password) => {
      const { nonce, tag, ...parameters } = parse(hash ?? unmatchable);
      const actual = await tagOf({ ...parameters, message: password.normalize('NFKC'), nonce });
      return timingSafeEqual(actual, tag) && typeof hash === 'string';
    },
  };
}

const pattern = /^\$argon2id\$v=19\$m=(?<m>\d+),t=(?<t>\d+),p=(?<p>\d+)\$(?<nonce>[^$]+)\$(?<tag>[^$]+)$/;

function format(cost: HashCost, nonce: Buffer, tag: Buffer): string {
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${encode(nonce)}$${encode(tag)}`;
}

function parse(hash: string) {
  const parts = pattern.exec(hash)?.groups;
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
