import { BlockList, isIP } from 'node:net';

/** Networks that are not public: RFC 6890 and its successors, both families. */
const privateNetworks: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** A network and the length of its prefix in bits. */
export type Network = readonly [network: string, prefix: number];
const findFamily = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');
function makeList(networks: readonly Network[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, findFamily(network));
  return list;
}

/** Only global unicast addresses of IPv6 are public, except those that embed an IPv4 address. */
const publicSix = makeList([['2000::', 3]]);
const privateSix = makeList([
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]);
const privateFour = makeList(privateNetworks);

/** Reads a network as `10.1.0.0/16`, or one address. @returns undefined for anything else */
export function parseNetwork(text: string): Network | undefined {
  const [, address = '', prefix] = /^([0-9a-f.:]+)(?:\/(\d{1,3}))?$/i.exec(text) ?? [];
  const bits = isIP(address) === 4 ? 32 : isIP(address) === 6 ? 128 : undefined;
  if (bits === undefined) return undefined;
  const length = prefix === undefined ? bits : Number(prefix);
  return length <= bits ? [address, length] : undefined;
}

/** Converts an IPv4-mapped IPv6 address to IPv4; returns any other address as it is. */
function unmap(address: string): string {
  const plain = address.replace(/%.*$/, '');
  const ipv4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (ipv4 !== undefined) return ipv4;
  const [, high, low] = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(plain) ?? [];
  if (high === undefined || low === undefined) return plain;
  const value = (Number.parseInt(high, 16) << 16) | Number.parseInt(low, 16);
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 255).join('.');
}

/** Whether messages may be sent to an address. */
export type AddressCheck = (address: string) => boolean;

/**
 * Makes the check of addresses. Public addresses pass, and those in networks that the operator
 * allows.
 */
export function checkAddresses(networks: readonly Network[] = []): AddressCheck {
  const allowList = makeList(networks);
  return (rawAddress) => {
    const address = unmap(rawAddress);
    if (isIP(address) === 0) return false;
    if (allowList.check(address, findFamily(address))) return true;
    return isIP(address) === 4
      ? !privateFour.check(address, 'ipv4')
      : publicSix.check(address, 'ipv6') && !privateSix.check(address, 'ipv6');
  };
}
