import { platformRoutes } from '@shopwright/contract/routes/platform';
import { callApi } from '../../lib/api-client.ts';
import { endSession, startSession } from '../../lib/session.ts';

/** Starts a session with a token that the API knows. Throws ApiError (UNAUTHENTICATED) or ConnectionError. */
export async function signIn(token: string): Promise<void> {
  startSession(token);
  try {
    await callApi(platformRoutes.getLimits);
  } catch (error) {
    endSession();
    throw error;
  }
}
