import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { webcrypto } from 'node:crypto';
import { join } from 'node:path';

x509.cryptoProvider.set(webcrypto as never);

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const yearMs = 365 * 24 * 60 * 60 * 1000;

/** The local cluster's certificate authority. Its key never leaves the state directory. */
export interface Authority {
  readonly certificatePem: string;
  readonly certificate: x509.X509Certificate;
  readonly key: webcrypto.CryptoKey;
}

/** Certificate and private key, both PEM. */
export interface Credentials {
  readonly certificate: string;
  readonly key: string;
}

async function exportKey(key: webcrypto.CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey('pkcs8', key), 'PRIVATE KEY');
}

/** Reads the authority from the directory, or makes one that is valid for ten years. */
export async function loadOrCreateAuthority(directory: string): Promise<Authority> {
  const certificatePath = join(directory, 'ca.crt');
  const keyPath = join(directory, 'ca.key');
  if (existsSync(certificatePath) && existsSync(keyPath)) {
    const certificatePem = await readFile(certificatePath, 'utf8');
    const der = x509.PemConverter.decodeFirst(await readFile(keyPath, 'utf8'));
    const key = await webcrypto.subtle.importKey('pkcs8', der, algorithm, true, ['sign']);
    return { certificatePem, certificate: new x509.X509Certificate(certificatePem), key };
  }
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: randomSerial(),
    name: 'CN=shopwright-local',
    notBefore: new Date(),
    notAfter: new Date(Date.now() + 10 * yearMs),
    signingAlgorithm: algorithm,
    keys,
    extensions: [
      new x509.BasicConstraintsExtension(true, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const certificatePem = certificate.toString('pem');
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await writeFile(keyPath, await exportKey(keys.privateKey), { mode: 0o600 });
  await writeFile(certificatePath, certificatePem);
  return { certificatePem, certificate, key: keys.privateKey };
}

/** What a certificate is for. Kubernetes reads the user from `user` and the user's groups from `groups`. */
export interface Identity {
  readonly user: string;
  readonly groups?: readonly string[];
  /** Names and addresses that a server answers to; none for a client. */
  readonly servesAs?: { readonly names: readonly string[]; readonly addresses: readonly string[] };
}

/** Issues a certificate, valid for a year, with a new key. */
export async function issue(authority: Authority, identity: Identity): Promise<Credentials> {
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const extensions: x509.Extension[] = [
    new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
    new x509.ExtendedKeyUsageExtension([x509.ExtendedKeyUsage.clientAuth, x509.ExtendedKeyUsage.serverAuth]),
    await x509.AuthorityKeyIdentifierExtension.create(authority.certificate.publicKey),
  ];
  if (identity.servesAs) {
    const { names, addresses } = identity.servesAs;
    extensions.push(
      new x509.SubjectAlternativeNameExtension([
        ...names.map((value) => ({ type: 'dns' as const, value })),
        ...addresses.map((value) => ({ type: 'ip' as const, value })),
      ]),
    );
  }
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: randomSerial(),
    subject: [{ CN: [identity.user] }, ...(identity.groups ?? []).map((group) => ({ O: [group] }))],
    issuer: authority.certificate.subject,
    // A guest's clock may be a little behind the one that reads the certificate.
    notBefore: new Date(Date.now() - 60_000),
    notAfter: new Date(Date.now() + yearMs),
    publicKey: keys.publicKey,
    signingKey: authority.key,
    signingAlgorithm: algorithm,
    extensions,
  });
  return { certificate: certificate.toString('pem'), key: await exportKey(keys.privateKey) };
}

function randomSerial(): string {
  // The top bit is cleared: a serial number is a positive integer.
  const bytes = webcrypto.getRandomValues(new Uint8Array(16));
  bytes[0] = (bytes[0] ?? 0) & 0x7f;
  return Buffer.from(bytes).toString('hex');
}
