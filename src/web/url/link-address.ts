import type { Language } from '#domain/values/language.ts';
import { readView, type ViewState } from './view-state.ts';

/**
 * The secret of a shared link, which stands after the # of the address; taken out of the address at
 * once, so that it is in no
 * history, bookmark or picture of the screen. Empty: none was there.
 */
export function takeSecret(): string {
  const secret = secretIn(location.hash);
  if (location.hash !== '')
    history.replaceState(history.state, '', location.pathname + location.search);
  return secret;
}
/** The secret in what somebody pasted: a whole address, or the code alone. */
export const secretIn = (text: string): string =>
  text.trim().split('#').at(-1)?.trim().replace(/\s+/g, '') ?? '';
/**
 * The whole address that is sent, from the path that the server gave and the origin that readers
 * open.
 */
export const wholeAddress = (path: string, base: string): string => new URL(path, base).href;

/** The address of the same shared view as a screen on a wall. */
export function wallAddress(path: string, base: string): string {
  const address = new URL(path, base);
  address.searchParams.set('view', 'wall');
  return address.href;
}

/** What the address of a shared view asks for. */
export const askedView = (): ViewState => readView(new URLSearchParams(location.search)).view;
/** The language that the address of a shared view asks for. */
export const askedLanguage = (): Language | undefined => askedView().lang;

/** The address of what is on the page now, all of its state in it, in a language. */
export function addressOfView(language: Language): string {
  const address = new URL(location.href);
  address.searchParams.set('lang', language);
  address.hash = '';
  return address.href;
}

/**
 * Whether the host of this page is written as a number, as 127.0.0.1 or [::1], and not as a name.
 */
export const isNumericHost = (): boolean => /^[\d.]+$|^\[/.test(location.hostname);
