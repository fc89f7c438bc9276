import { compact } from '#domain/values/compact.ts';
import { existsSync, mkdtempSync, readdirSync, rmdirSync, statSync } from 'node:fs';
import { isIP } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { parseSealingKey } from '#server/cli/security/sealing-key.ts';
import { parseNetwork, type Network } from '#server/cli/reminders/private-addresses.ts';
import { readOpenIdSettings, type OpenIdSettings } from '#server/cli/security/open-id-settings.ts';

/** The checked settings of the environment. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Whether the server is bound to this computer only. */
  readonly loopback: boolean;
  /** The folder of the store and its other files. */
  readonly data: string;
  /** The URL of the store: the file in the data folder, or PostgreSQL. */
  readonly database: string;
  /** The most milliseconds for which a read may run or wait. */
  readonly longestRead?: number;
  readonly hosts: readonly string[];
  /** The address that readers open; pictures and files link to it. */
  readonly address?: string;
  /** The key that seals secrets. Omitted if the key is in the data folder. */
  readonly sealingKey?: Uint8Array;
  /** Private networks in which mail servers and webhooks may be. */
  readonly privateTargets?: readonly Network[];
  /** The folder into which the reports of closed months are written. */
  readonly reports?: string;
  /** The provider of single sign-on. */
  readonly openId?: OpenIdSettings;
}
type Env = Readonly<Record<string, string | undefined>>;
const hostName = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;
const readSetting = (env: Env, name: string): string | undefined =>
  env[name]?.trim() ? env[name].trim() : undefined;
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

/** Finds the nearest existing folder above a path. The rest of the path will be created in it. */
function nearest(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearest(dirname(path));
}
function folderFault(path: string): string | undefined {
  if (path.includes('\0')) return 'HEADWAY_DATA: name a folder without control characters.';
  const there = nearest(path);
  if (!statSync(there).isDirectory()) return `HEADWAY_DATA: ${there} is a file; name a folder.`;
  try {
    // the permissions of a folder do not tell what its file system or a quota allows
    rmdirSync(mkdtempSync(join(there, '.headway-')));
    return undefined;
  } catch {
    return `HEADWAY_DATA: ${there} cannot be written by this user; change its rights or name another folder.`;
  }
}
function fontsFault(path: string): string | undefined {
  try {
    readdirSync(path);
    return undefined;
  } catch {
    return `HEADWAY_FONTS: ${path} is no folder that Headway can read; name the folder of the font files.`;
  }
}
/** Finds the fault of an address of PostgreSQL. @returns undefined if it has none */
export function databaseFault(url: string): string | undefined {
  const format =
    'DATABASE_URL: write postgres://user:password@host:5432/database, or leave it out for the built-in store.';
  try {
    const { protocol, pathname } = new URL(url);
    return /^postgres(ql)?:$/.test(protocol) && pathname.length > 1 ? undefined : format;
  } catch {
    return format;
  }
}
function addressFault(address: string): string | undefined {
  const format = `HEADWAY_ADDRESS: "${address}" is not an address; write the one that readers open, such as https://progress.example.org.`;
  try {
    const { protocol, pathname, search, hash, username } = new URL(address);
    return /^https?:$/.test(protocol) && `${pathname}${search}${hash}${username}` === '/'
      ? undefined
      : format;
  } catch {
    return format;
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

/** Reads a comma-separated list and converts it to lower case. */
const makeList = (env: Env, name: string): readonly string[] =>
  (readSetting(env, name) ?? '')
    .toLowerCase()
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/** Reads the texts of the environment without any check. */
function readTexts(env: Env) {
  return {
    port: readSetting(env, 'PORT') ?? '4280',
    host: readSetting(env, 'HOST') ?? '127.0.0.1',
    data: resolve(readSetting(env, 'HEADWAY_DATA') ?? 'data'),
    url: readSetting(env, 'DATABASE_URL'),
    reports: readSetting(env, 'HEADWAY_REPORTS'),
    fonts: readSetting(env, 'HEADWAY_FONTS'),
    address: readSetting(env, 'HEADWAY_ADDRESS'),
    key: readSetting(env, 'HEADWAY_KEY'),
    seconds: readSetting(env, 'HEADWAY_LONGEST_READ') ?? '30',
    hosts: makeList(env, 'HEADWAY_HOSTS'),
    targets: makeList(env, 'HEADWAY_PRIVATE_TARGETS'),
  };
}

function findFaults(texts: ReturnType<typeof readTexts>): (string | undefined)[] {
  const { port, host, data, url, address, key, seconds, hosts, targets, reports, fonts } = texts;
  return [
    reports?.includes('\0')
      ? 'HEADWAY_REPORTS: name a folder without control characters.'
      : undefined,
    fonts === undefined ? undefined : fontsFault(fonts),
    /^\d{1,5}$/.test(port) && Number(port) <= 65535
      ? undefined
      : `PORT: "${port}" is not a port; write a number from 1 to 65535.`,
    isIP(host) !== 0 || hostName.test(host)
      ? undefined
      : `HOST: "${host}" is not an address; write an IP address or a host name, such as 127.0.0.1 or 0.0.0.0.`,
    folderFault(data),
    url === undefined ? undefined : databaseFault(url),
    address === undefined ? undefined : addressFault(address),
    /^[1-9]\d{0,3}$/.test(seconds)
      ? undefined
      : `HEADWAY_LONGEST_READ: "${seconds}" is not a number of seconds; write one from 1 to 9999, such as 30.`,
    key !== undefined && parseSealingKey(key) === undefined
      ? 'HEADWAY_KEY: write 32 random bytes in base64, as `openssl rand -base64 32` prints them, or leave it out for a key in the data folder.'
      : undefined,
    ...hosts
      .filter((h) => !isHostEntry(h))
      .map(
        (h) =>
          `HEADWAY_HOSTS: "${h}" is not a host name; write names with commas between, such as progress.example.org.`,
      ),
    ...targets
      .filter((target) => parseNetwork(target) === undefined)
      .map(
        (target) =>
          `HEADWAY_PRIVATE_TARGETS: "${target}" is not a network; write networks with commas between, such as 10.1.2.0/24.`,
      ),
  ];
}

/** Reads the settings from the environment, or lists all their faults. */
export function readSettings(
  env: Env,
): { readonly settings: Settings } | { readonly faults: readonly string[] } {
  const texts = readTexts(env);
  const { openId, faults: openIdFaults } = readOpenIdSettings((name) => readSetting(env, name));
  const faults = [...findFaults(texts), ...openIdFaults].filter((fault) => fault !== undefined);
  if (faults.length > 0) return { faults };
  const { port, host, data, url, address, key, seconds, hosts, targets, reports } = texts;
  const networks = targets.flatMap((target) => {
    const network = parseNetwork(target);
    return network === undefined ? [] : [network];
  });
  return {
    settings: {
      port: Number(port),
      host,
      loopback: isLoopback(host),
      data,
      database: url ?? join(data, 'headway.db'),
      hosts,
      longestRead: Number(seconds) * 1000,
      ...compact({
        address: address === undefined ? undefined : new URL(address).origin,
        sealingKey: key === undefined ? undefined : parseSealingKey(key),
        openId,
        reports: reports === undefined ? undefined : resolve(reports),
        privateTargets: networks.length === 0 ? undefined : networks,
      }),
    },
  };
}
