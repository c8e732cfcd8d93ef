/** Errors of organizations, their members, invitations and tokens. */
export const organizationErrors = {
  ORGANIZATION_NOT_FOUND: {
    status: 404,
    title: 'No such organization',
    hint: 'Your organizations are listed at /api/organizations.',
    retryable: false,
  },
  ORGANIZATION_LIMIT_REACHED: {
    status: 409,
    title: 'You own enough organizations',
    detail: 'You own {used} of {limit} organizations.',
    hint: 'Use one that you have, or ask the operator.',
    retryable: false,
  },
  NO_ORGANIZATION: {
    status: 409,
    title: 'You are in no organization',
    hint: 'Create one, or accept an invitation into one.',
    retryable: false,
  },
  MEMBER_NOT_FOUND: {
    status: 404,
    title: 'No such member',
    hint: 'List the members again.',
    retryable: false,
  },
  ALREADY_MEMBER: {
    status: 409,
    title: 'Already a member',
    hint: 'Change the role of the member instead.',
    retryable: false,
  },
  LAST_OWNER: {
    status: 409,
    title: 'The last owner stays',
    hint: 'Make another member an owner first.',
    retryable: false,
  },
  ROLE_NOT_ALLOWED: {
    status: 403,
    title: 'Above your own role',
    hint: 'Ask somebody whose role is at least as high.',
    retryable: false,
  },
  INVITATION_NOT_FOUND: {
    status: 404,
    title: 'No such invitation',
    hint: 'List the invitations again; it may be accepted already.',
    retryable: false,
  },
  INVITATION_INVALID: {
    status: 410,
    title: 'The invitation does not work any more',
    hint: 'It was accepted, taken back or has expired; ask for a new one.',
    retryable: false,
  },
  INVITATION_NEEDS_SIGN_IN: {
    status: 409,
    title: 'Sign in to accept',
    hint: 'An account with the address of the invitation exists: sign in with it, then open the link again.',
    retryable: false,
  },
  INVITATION_FOR_ANOTHER: {
    status: 403,
    title: 'The invitation is for another address',
    hint: 'Sign in with the address to which it was sent.',
    retryable: false,
  },
  TOKEN_NOT_FOUND: {
    status: 404,
    title: 'No such token',
    hint: 'List the tokens again.',
    retryable: false,
  },
} as const;
