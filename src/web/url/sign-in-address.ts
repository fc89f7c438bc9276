import {
  type SingleSignOnFault,
  singleSignOnFaults,
  singleSignOnPaths,
} from '#contract/accounts/constants.ts';

/** Whether the address is an invitation. */
export const isInvitation = (): boolean => location.pathname.replace(/\/+$/, '') === '/join';
const isSignInPage = (): boolean =>
  location.pathname.replace(/\/+$/, '') === singleSignOnPaths.page;
/** The path to return to after signing in. Addresses of other sites are ignored. */
function readPath(): string {
  if (!isSignInPage()) return location.pathname + location.search;
  const to = new URL(new URLSearchParams(location.search).get('to') ?? '/', location.origin);
  return to.origin === location.origin ? to.pathname + to.search : '/';
}
/** Loads the requested page again after signing in or out. */
export function loadAgain(): void {
  if (isSignInPage()) location.replace(readPath());
  else location.reload();
}
/**
 * Reads the name of the organisation of single sign-on.
 * @returns '' if it has no name in Headway; undefined without single sign-on
 */
export const organisationOfPage = (): string | undefined =>
  document.documentElement.dataset['organisation'];
/** The address of single sign-on, which returns to the requested page. */
export const organisationAddress = (): string =>
  `${singleSignOnPaths.start}?${new URLSearchParams({ to: readPath() })}`;
/**
 * The reason in the address why single sign-on failed.
 * @returns undefined on other pages, and without a reason
 */
export function faultInAddress(): SingleSignOnFault | undefined {
  const why = isSignInPage() ? new URLSearchParams(location.search).get('why') : null;
  return singleSignOnFaults.find((one) => one === why);
}
/** Opens the overview without a history entry. */
export const leaveForHome = (): void => location.replace('/');
/** Opens the address of single sign-on that this Headway gave. */
export const leaveForOrganisation = (address: string): void => location.replace(address);
