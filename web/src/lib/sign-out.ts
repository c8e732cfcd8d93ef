import { signInRoutes } from '@shopwright/contract/routes/sign-in';
import { callApi } from './api-client.ts';
import { queryClient } from './query-client.ts';
import { endSession } from './session.ts';
import { tellOtherTabs } from './session-tabs.ts';

/** Ends the session, here and in the other tabs. Throws what calling the API throws; then nothing has ended. */
export async function signOut(): Promise<void> {
  await callApi(signInRoutes.signOut);
  endSession();
  queryClient.clear();
  tellOtherTabs();
}
