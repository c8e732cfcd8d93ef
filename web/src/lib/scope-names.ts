import type { TokenScope } from '@shopwright/contract/permissions';

/** What people call the scopes of tokens. */
export const scopeNames: Readonly<Record<TokenScope, string>> = {
  read: 'Read only',
  write: 'Read and write',
  platform: 'The whole platform',
};
