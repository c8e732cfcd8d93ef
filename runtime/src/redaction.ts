/** Field names whose values never reach a log, in objects and in texts. The one list. */
export const secretFieldNames = [
  'password',
  'adminPassword',
  'currentPassword',
  'newPassword',
  'passwordHash',
  'recoveryCode',
  'recoveryCodes',
  'clientSecret',
  'codeVerifier',
  'token',
  'secret',
  'authorization',
  'cookie',
  'set-cookie',
  'ciphertext',
  'sealingKey',
  'DATABASE_URL',
  'SEALING_KEY',
  'SMTP_URL',
  'OIDC_CLIENT_SECRET',
  'FIRST_OPERATOR',
] as const;

export const redacted = '[redacted]';

/** Paths for the logger: the field itself and up to three levels down. */
export const redactPaths: readonly string[] = secretFieldNames.flatMap((name) =>
  ['', '*.', '*.*.', '*.*.*.'].map((prefix) => (prefix === '' ? `["${name}"]` : `${prefix.slice(0, -1)}["${name}"]`)),
);

const names = secretFieldNames.join('|');
const assignment = new RegExp(`(["']?(?:${names})["']?\\s*[:=]\\s*)("[^"]*"|'[^']*'|[^\\s,;}&]+)`, 'gi');
const credentialsInUrl = /(:\/\/)[^\s/@:]*:[^\s/@]*@/g;
const bearer = /\b(Bearer|Basic)\s+[A-Za-z0-9._~+/=-]+/gi;

/** The same for free text, such as the output of a command: assignments, credentials in addresses, bearer tokens. */
export function redactText(text: string): string {
  return text
    .replaceAll(bearer, `$1 ${redacted}`)
    .replaceAll(assignment, `$1${redacted}`)
    .replaceAll(credentialsInUrl, `$1${redacted}@`);
}
