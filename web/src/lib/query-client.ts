import { QueryClient } from '@tanstack/react-query';
import { ApiError, ConnectionError } from './api-error.ts';
import { connectionState } from './connection-state.ts';

const pollMs = 4000;
const mostRetries = 3;

/** Reads again every few seconds while the event stream cannot be had, never otherwise. */
export function pollWithoutStream(): number | false {
  return connectionState() === 'polling' ? pollMs : false;
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // News come by the event stream.
      staleTime: 30_000,
      refetchInterval: pollWithoutStream,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < mostRetries && isWorthRetrying(error),
    },
    mutations: { retry: false },
  },
});

function isWorthRetrying(error: unknown): boolean {
  return error instanceof ConnectionError || (error instanceof ApiError && error.problem.retryable);
}
