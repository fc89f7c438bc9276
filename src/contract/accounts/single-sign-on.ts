import type { TokenRole } from './tokens.ts';

/** Pages of signing in with the organisation: the way to it, the way back, and where it is said what came of it. */
export const singleSignOnPaths = {
  start: '/sign-in/organisation',
  back: '/sign-in/organisation/back',
  page: '/sign-in',
} as const;

/**
 * Why somebody who came by their organisation was not let in; stands as `why` in the address of the sign-in page. `over`: the
 * attempt is older than ten minutes, was used, or is another browser's.
 */
export const singleSignOnFaults = [
  'no_account',
  'cancelled',
  'over',
  'unavailable',
  'refused',
  'too_often',
] as const;
export type SingleSignOnFault = (typeof singleSignOnFaults)[number];

/** Roles that the organisation can be trusted to give to all whom it lets in; who looks after people is named one by one. */
export type OrganisationRole = TokenRole;
