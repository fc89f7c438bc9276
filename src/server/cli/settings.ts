import { compact } from '#domain/values/compact.ts';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { parseSealingKey } from '#server/cli/security/sealing-key.ts';
import { readOpenIdSettings, type OpenIdSettings } from '#server/cli/security/open-id-settings.ts';

/** Everything that the surroundings say, checked. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Bound to this computer only. */
  readonly loopback: boolean;
  /** The folder that holds the store and what belongs to it. */
  readonly data: string;
  /** What the store opens: the file in the data folder, or PostgreSQL. */
  readonly database: string;
  /** For how many ms a read may run, or wait for others, before it is given up. */
  readonly longestRead?: number;
  readonly hosts: readonly string[];
  /** Under which readers open this Headway: pictures and files lead back to it. */
  readonly address?: string;
  /** Seals secrets of the second step; absent: the key that stands in the data folder. */
  readonly sealingKey?: Uint8Array;
  /** The organisation that people can sign in with. */
  readonly openId?: OpenIdSettings;
}
type Env = Readonly<Record<string, string | undefined>>;
const hostName = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;
const given = (env: Env, name: string): string | undefined =>
  env[name]?.trim() ? env[name].trim() : undefined;
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

/** The nearest folder on the way up that exists: that is where the rest will be made. */
function nearest(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearest(dirname(path));
}
function folderFault(path: string): string | undefined {
  if (path.includes('\0')) return 'HEADWAY_DATA: name a folder without control characters.';
  const there = nearest(path);
  if (!statSync(there).isDirectory()) return `HEADWAY_DATA: ${there} is a file; name a folder.`;
  try {
    accessSync(there, constants.W_OK | constants.X_OK);
    return undefined;
  } catch {
    return `HEADWAY_DATA: ${there} can not be written by this user; change its rights or name another folder.`;
  }
}
function databaseFault(url: string): string | undefined {
  const wanted =
    'DATABASE_URL: write postgres://user:password@host:5432/database, or leave it out for the built-in store.';
  try {
    const { protocol, pathname } = new URL(url);
    return /^postgres(ql)?:$/.test(protocol) && pathname.length > 1 ? undefined : wanted;
  } catch {
    return wanted;
  }
}
function addressFault(address: string): string | undefined {
  const wanted = `HEADWAY_ADDRESS: "${address}" is no address; write the one that readers open, as https://progress.example.org.`;
  try {
    const { protocol, pathname, search, hash, username } = new URL(address);
    return /^https?:$/.test(protocol) && `${pathname}${search}${hash}${username}` === '/'
      ? undefined
      : wanted;
  } catch {
    return wanted;
  }
}
const isHostEntry = (entry: string): boolean => {
  const [name = '', port] = entry.startsWith('[')
    ? [entry.replace(/:\d+$/, ''), /\]:(\d+)$/.exec(entry)?.[1]]
    : entry.split(':');
  const bare = name.replace(/^\[|\]$/g, '');
  return (
    (hostName.test(bare) || isIP(bare) !== 0) &&
    (port === undefined || (/^\d{1,5}$/.test(port) && Number(port) <= 65535))
  );
};

/** Reads the settings from the environment, or names every fault at once. */
export function readSettings(
  env: Env,
): { readonly settings: Settings } | { readonly faults: readonly string[] } {
  const port = given(env, 'PORT') ?? '4280';
  const host = given(env, 'HOST') ?? '127.0.0.1';
  const data = resolve(given(env, 'HEADWAY_DATA') ?? 'data');
  const url = given(env, 'DATABASE_URL');
  const address = given(env, 'HEADWAY_ADDRESS');
  const key = given(env, 'HEADWAY_KEY');
  const seconds = given(env, 'HEADWAY_LONGEST_READ') ?? '30';
  const sealingKey = key === undefined ? undefined : parseSealingKey(key);
  const { openId, faults: openIdFaults } = readOpenIdSettings((name) => given(env, name));
  const hosts = (given(env, 'HEADWAY_HOSTS') ?? '')
    .toLowerCase()
    .split(',')
    .map((h) => h.trim())
    .filter((h) => h !== '');
  const faults = [
    /^\d{1,5}$/.test(port) && Number(port) <= 65535
      ? undefined
      : `PORT: "${port}" is no port; write a number from 1 to 65535.`,
    isIP(host) !== 0 || hostName.test(host)
      ? undefined
      : `HOST: "${host}" is no address; write an IP address or a host name, as 127.0.0.1 or 0.0.0.0.`,
    folderFault(data),
    url === undefined ? undefined : databaseFault(url),
    address === undefined ? undefined : addressFault(address),
    /^[1-9]\d{0,3}$/.test(seconds)
      ? undefined
      : `HEADWAY_LONGEST_READ: "${seconds}" is no number of seconds; write one from 1 to 9999, as 30.`,
    key !== undefined && sealingKey === undefined
      ? 'HEADWAY_KEY: write 32 random bytes in base64, as `openssl rand -base64 32` prints them, or leave it out for a key in the data folder.'
      : undefined,
    ...openIdFaults,
    ...hosts
      .filter((h) => !isHostEntry(h))
      .map(
        (h) =>
          `HEADWAY_HOSTS: "${h}" is no host name; write names with commas between, as progress.example.org.`,
      ),
  ].filter((fault) => fault !== undefined);
  if (faults.length > 0) return { faults };
  const where = {
    port: Number(port),
    host,
    loopback: isLoopback(host),
    data,
    database: url ?? join(data, 'headway.db'),
    hosts,
  };
  return {
    settings: {
      ...where,
      longestRead: Number(seconds) * 1000,
      ...compact({
        address: address === undefined ? undefined : new URL(address).origin,
        sealingKey,
        openId,
      }),
    },
  };
}
