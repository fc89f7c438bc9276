import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { SendError } from '#server/core/message-sender.ts';
import type { AddressCheck } from './private-addresses.ts';

export type Resolve = (name: string) => Promise<readonly string[]>;
/** Asks the resolver of the system for every address of a name. */
export const resolveName: Resolve = async (name) =>
  (await lookup(name, { all: true, verbatim: true })).map(({ address }) => address);

/** The name of a host without the brackets of an address of IPv6. */
export const bareHost = (host: string): string => host.replace(/^\[|\]$/g, '');

/**
 * Resolves a host once. The connection must use this address, since a second lookup could answer
 * differently.
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

/** Gives a connection the checked address, whatever name it looks up. */
export const lookupFixed =
  (address: string): LookupFunction =>
  (_name, options, done) => {
    const family = isIP(address);
    if (options.all === true) done(null, [{ address, family }]);
    else done(null, address, family);
  };
