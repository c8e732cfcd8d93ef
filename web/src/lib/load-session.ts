import { sessionRoutes } from '@shopwright/contract/routes/session';
import type { SessionView } from '@shopwright/contract/schemas/session';
import { callApi } from './api-client.ts';
import { noteServerTime } from './server-clock.ts';
import { currentSession, setSession } from './session.ts';

/** Who is signed in; asked for once. */
export async function loadSession(): Promise<SessionView> {
  return currentSession() ?? reloadSession();
}

/** Asks anew: after signing in, and when another tab did something to the session. */
export async function reloadSession(): Promise<SessionView> {
  const session = await callApi(sessionRoutes.getSession);
  noteServerTime(session.serverNow);
  setSession(session);
  return session;
}
