import type { Language } from '#domain/values/language.ts';
import { readView, type ViewState } from './view-state.ts';

/**
 * Reads the secret of a shared link from the fragment of the address, and removes it at once, so
 * that no history, bookmark or screenshot holds it. Empty without one.
 */
export function takeSecret(): string {
  const secret = secretIn(location.hash);
  if (location.hash !== '')
    history.replaceState(history.state, '', location.pathname + location.search);
  return secret;
}
/** Finds the secret in pasted text: a whole address, or the code alone. */
export const secretIn = (text: string): string =>
  text.trim().split('#').at(-1)?.trim().replace(/\s+/g, '') ?? '';
/** Builds the address to send, from the server's path and the origin that readers open. */
export const wholeAddress = (path: string, base: string): string => new URL(path, base).href;

/** Builds the address of the same view for a wall. */
export function wallAddress(path: string, base: string): string {
  const address = new URL(path, base);
  address.searchParams.set('view', 'wall');
  return address.href;
}

/** The options in the address of a shared view. */
export const readAddressView = (): ViewState => readView(new URLSearchParams(location.search)).view;
/** The language in the address of a shared view. */
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
