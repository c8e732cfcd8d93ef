import { routes, type RouteDefinition, type RouteName } from '@shopwright/contract/routes';
import { isMeantToHold, isSignedIn, type Principal } from './principals.ts';

/**
 * What a request ends in: `yes`, or `own` where it reaches what is the caller's own and nothing of the organization, 401 without
 * valid credentials, 403 without the permission, 404 where what it names is not for the caller and might as well not exist.
 */
export type Cell = 'yes' | 'own' | '401' | '403' | '404';

/** Whose thing a route names by an id, in its path or its body. */
export type Subject = 'organization' | 'account' | 'platform' | 'nothing';

export function subjectOf(name: RouteName): Subject {
  const { path, permission }: RouteDefinition = routes[name];
  if (permission === 'public') return 'nothing';
  if (permission === 'platform:read' || permission === 'platform:manage') return 'platform';
  if (path.startsWith('/api/account/sessions/:')) return 'account';
  return path.includes(':') || name === 'switchOrganization' ? 'organization' : 'nothing';
}

/** What the declaration of a route means for a principal. The account whose session is named is the owner's. */
export function expectedCell(name: RouteName, principal: Principal): Cell {
  const { permission }: RouteDefinition = routes[name];
  // Whoever has an account accepts as a person; a token is none.
  if (name === 'acceptInvitation' && principal.by === 'token') return '403';
  if (permission === 'public') return 'yes';
  if (!isSignedIn(principal)) return '401';
  if (!isMeantToHold(principal, permission)) return '403';
  const isOwn = !principal.isOfOrganization || principal.isOfStore === true || permission === 'account';
  switch (subjectOf(name)) {
    case 'organization':
      return principal.isOfOrganization ? 'yes' : '404';
    case 'account':
      return principal.name === 'owner' ? 'own' : '404';
    case 'platform':
      return 'yes';
    case 'nothing':
      return isOwn ? 'own' : 'yes';
  }
}
