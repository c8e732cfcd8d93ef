import { QueryClient } from '@tanstack/react-query';
import { ApiError, ConnectionError } from './api-error.ts';

const mostRetries = 3;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // News come by the event stream.
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < mostRetries && isWorthRetrying(error),
    },
    mutations: { retry: false },
  },
});

function isWorthRetrying(error: unknown): boolean {
  return error instanceof ConnectionError || (error instanceof ApiError && error.problem.retryable);
}
