import { linkPagePath } from '#contract/links/constants.ts';

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

/** Makes the address of the page of a link, with the options of the current address. */
export function addressOfLink(id: string): string {
  const options = new URLSearchParams(location.search);
  // addresses of former versions have the id in the query
  options.delete('t');
  return options.size === 0 ? linkPagePath(id) : `${linkPagePath(id)}?${options.toString()}`;
}
