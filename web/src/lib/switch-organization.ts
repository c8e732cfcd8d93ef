import { sessionRoutes } from '@shopwright/contract/routes/session';
import { callApi } from './api-client.ts';
import { reloadSession } from './load-session.ts';
import { queryClient } from './query-client.ts';
import { tellOtherTabs } from './session-tabs.ts';

/** Does something after which the session acts in another organization; nothing of the one before stays on screen. */
export async function changeOrganization(change: () => Promise<unknown>): Promise<void> {
  await change();
  queryClient.clear();
  await reloadSession();
  tellOtherTabs();
}

export function switchOrganization(organizationId: `org-${string}`): Promise<void> {
  return changeOrganization(() => callApi(sessionRoutes.switchOrganization, { body: { organizationId } }));
}
