import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { SendError } from '#server/core/message-sender.ts';
import type { AddressCheck } from './private-addresses.ts';

export type Resolve = (name: string) => Promise<readonly string[]>;
/** Looks up all addresses of a host name with the system's resolver. */
export const resolveName: Resolve = async (name) =>
  (await lookup(name, { all: true, verbatim: true })).map(({ address }) => address);

/** Removes the brackets of an IPv6 address from a host name. */
export const bareHost = (host: string): string => host.replace(/^\[|\]$/g, '');

/**
 * Resolves a host once. The connection must use this address, since a second lookup could give
 * another one.
 * @throws SendError if the name is unknown, or if one of its addresses is not allowed
 */
export async function resolveTarget(
  host: string,
  isAllowed: AddressCheck,
  resolve: Resolve,
): Promise<string> {
  const name = bareHost(host);
  const addresses = isIP(name) === 0 ? await resolve(name).catch(() => []) : [name];
  const [first] = addresses;
  if (first === undefined) throw new SendError('unknown_name');
  if (!addresses.every(isAllowed)) throw new SendError('private_address');
  return first;
}

/** Makes a lookup that returns the checked address for every name. */
export const lookupFixed =
  (address: string): LookupFunction =>
  (_name, options, callback) => {
    const family = isIP(address);
    if (options.all === true) callback(null, [{ address, family }]);
    else callback(null, address, family);
  };
