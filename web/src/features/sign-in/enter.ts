import { reloadSession } from '../../lib/load-session.ts';
import { queryClient } from '../../lib/query-client.ts';
import { tellOtherTabs } from '../../lib/session-tabs.ts';

/** After the API has set the session's cookie: nothing of whoever was here before stays. */
export async function enter(): Promise<void> {
  queryClient.clear();
  await reloadSession();
  tellOtherTabs();
}
