import { typedSecret } from '#server/core/checksummed-secret.ts';

export const linkSecret = typedSecret('hws_');

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
/** Makes the public id of a link: 80 random bits that grant nothing. */
export const newLinkId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => alphabet[byte % 32]).join('');
