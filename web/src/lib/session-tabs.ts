import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { reloadSession } from './load-session.ts';
import { currentSession } from './session.ts';

const channelName = 'shopwright.session';

/** Tells the other tabs that the session, which they share, was changed here. */
export function tellOtherTabs(): void {
  const channel = new BroadcastChannel(channelName);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel reaches its own origin only
  channel.postMessage('changed');
  channel.close();
}

/** Follows what other tabs do: a tab that shows one organization must not act in another. */
export function useOtherTabs(): void {
  const client = useQueryClient();
  useEffect(() => {
    const channel = new BroadcastChannel(channelName);
    channel.addEventListener('message', () => void followSession(client));
    return () => channel.close();
  }, [client]);
}

async function followSession(client: QueryClient): Promise<void> {
  const before = currentSession();
  const after = await reloadSession();
  const isSame = before?.account?.id === after.account?.id && before?.organization?.id === after.organization?.id;
  if (!isSame) await client.resetQueries();
}
