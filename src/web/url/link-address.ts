import { linkIdPattern, linkPagePath } from '#contract/links/constants.ts';
import type { Language } from '#domain/values/language.ts';
import { addressOfLink } from './link-secret.ts';
import { readView, type ViewState } from './view-state.ts';

/** Reads the public id of the link in the address of its page. @returns undefined on other pages */
export const readAddressLink = (): string | undefined => {
  const [id = ''] = location.pathname.split('/').slice(2);
  return linkIdPattern.test(id) && location.pathname === linkPagePath(id) ? id : undefined;
};
/** Sets the address to the page of a link, so that a reload opens the same link. */
export const setAddressLink = (id: string): void =>
  history.replaceState(history.state, '', addressOfLink(id));
/** Builds the address to send, from the server's path and the origin that readers open. */
export const wholeAddress = (path: string, base: string): string => new URL(path, base).href;

/** Builds the address of the same view for a wall. */
export function wallAddress(path: string, base: string): string {
  const address = new URL(path, base);
  address.searchParams.set('view', 'wall');
  return address.href;
}

/** Takes the wall screen out of the address, so that a reload opens the page. */
export function leaveWallAddress(): void {
  const address = new URL(location.href);
  address.searchParams.delete('view');
  history.replaceState(history.state, '', address);
}

/** The options in the address of a shared view or a page. */
export const readAddressView = (): ViewState => readView(new URLSearchParams(location.search)).view;
/**
 * The language in the address of a shared view.
 * @returns undefined if the address names none
 */
export const readAddressLanguage = (): Language | undefined => readAddressView().lang;

/** The address of the current view in a language. */
export function addressOfView(language: Language): string {
  const address = new URL(location.href);
  address.searchParams.set('lang', language);
  address.hash = '';
  return address.href;
}

/** Whether the host of this page is a numeric address, such as 127.0.0.1 or [::1]. */
export const isNumericHost = (): boolean => /^[\d.]+$|^\[/.test(location.hostname);
