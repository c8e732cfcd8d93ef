import { accountRoutes } from '@shopwright/contract/routes/account';
import { accountsRoutes } from '@shopwright/contract/routes/accounts';
import { invitationsRoutes } from '@shopwright/contract/routes/invitations';
import { organizationRoutes } from '@shopwright/contract/routes/organization';
import { quotasRoutes } from '@shopwright/contract/routes/quotas';
import { tokensRoutes } from '@shopwright/contract/routes/tokens';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { callApi } from './api-client.ts';

/** Queries of accounts and organizations. No event tells of them: they are read again when a page is opened. */
const isAlwaysOld = { staleTime: 0 };

export const sessionsQuery = queryOptions({
  queryKey: ['account', 'sessions'],
  queryFn: ({ signal }) => callApi(accountRoutes.listSessions, { signal }),
  ...isAlwaysOld,
});

export const membersQuery = queryOptions({
  queryKey: ['organization', 'members'],
  queryFn: ({ signal }) => callApi(organizationRoutes.listMembers, { signal }),
  ...isAlwaysOld,
});

export const invitationsQuery = queryOptions({
  queryKey: ['organization', 'invitations'],
  queryFn: ({ signal }) => callApi(invitationsRoutes.listInvitations, { signal }),
  ...isAlwaysOld,
});

export const tokensQuery = queryOptions({
  queryKey: ['organization', 'tokens'],
  queryFn: ({ signal }) => callApi(tokensRoutes.listTokens, { signal }),
  ...isAlwaysOld,
});

export const quotaQuery = (organizationId: string) =>
  queryOptions({
    queryKey: ['quota', organizationId],
    queryFn: ({ signal }) => callApi(quotasRoutes.getQuota, { params: { id: organizationId }, signal }),
    ...isAlwaysOld,
  });

export const organizationsQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: ['organizations', search],
    queryFn: ({ pageParam, signal }) =>
      callApi(organizationRoutes.listOrganizations, { query: pageQuery(search, pageParam), signal }),
    ...pages,
  });

export const accountsQuery = (search: string) =>
  infiniteQueryOptions({
    queryKey: ['accounts', search],
    queryFn: ({ pageParam, signal }) =>
      callApi(accountsRoutes.listAccounts, { query: pageQuery(search, pageParam), signal }),
    ...pages,
  });

const pages = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor ?? undefined,
  ...isAlwaysOld,
};

function pageQuery(search: string, cursor: string | undefined) {
  return { search: search === '' ? undefined : search, cursor };
}
