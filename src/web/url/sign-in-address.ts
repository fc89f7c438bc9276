import {
  type SingleSignOnFault,
  singleSignOnFaults,
  singleSignOnPaths,
} from '#contract/accounts/constants.ts';

/** Whether the address is that of an invitation. */
export const isInvitation = (): boolean => location.pathname.replace(/\/+$/, '') === '/join';
const isSignInPage = (): boolean =>
  location.pathname.replace(/\/+$/, '') === singleSignOnPaths.page;
/** The path that was asked for before signing in; an address of another site is none. */
function askedPath(): string {
  if (!isSignInPage()) return location.pathname + location.search;
  const to = new URL(new URLSearchParams(location.search).get('to') ?? '/', location.origin);
  return to.origin === location.origin ? to.pathname + to.search : '/';
}
/** Loads what was asked for, as whoever signed in or out meanwhile. */
export function loadAgain(): void {
  if (isSignInPage()) location.replace(askedPath());
  else location.reload();
}
/** The organisation that the server says people can sign in with; empty: it has no name here. */
export const organisationOfPage = (): string | undefined =>
  document.documentElement.dataset['organisation'];
/** The way to the organisation, and back to what was asked for. */
export const organisationAddress = (): string =>
  `${singleSignOnPaths.start}?${new URLSearchParams({ to: askedPath() })}`;
/** Why the organisation let nobody in, where the address says so. */
export function faultInAddress(): SingleSignOnFault | undefined {
  const why = isSignInPage() ? new URLSearchParams(location.search).get('why') : null;
  return singleSignOnFaults.find((one) => one === why);
}
/** Leaves for the overview, so that Back does not lead here again. */
export const leaveForHome = (): void => location.replace('/');
/** To another site, of which this Headway said that it is the organisation's. */
export const leaveForOrganisation = (address: string): void => location.replace(address);
