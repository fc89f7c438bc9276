import { compact } from '#domain/values/compact.ts';
import { readFileSync } from 'node:fs';
import { type OrganisationRole, tokenRoles } from '#contract/accounts/constants.ts';

/** The settings of the organisation's OpenID Connect provider. */
export interface OpenIdSettings {
  /** The issuer exactly as the provider writes it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
  readonly name?: string;
  /** The scopes, separated by spaces. */
  readonly scopes: string;
  readonly role?: OrganisationRole;
}
type ReadSetting = (name: string) => string | undefined;
const p = 'HEADWAY_OIDC_';
const names = [
  'ISSUER',
  'CLIENT_ID',
  'CLIENT_SECRET',
  'CLIENT_SECRET_FILE',
  'NAME',
  'SCOPES',
  'ROLE',
] as const;
const loopback: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

function issuerFault(issuer: string): string | undefined {
  const format = `${p}ISSUER: write the address that the provider calls itself, as https://login.example.org/realms/zone; http is taken on this computer only.`;
  try {
    const { protocol, hostname, search, hash, username, password } = new URL(issuer);
    const isReachable = protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname));
    return isReachable && `${search}${hash}${username}${password}` === '' ? undefined : format;
  } catch {
    return format;
  }
}
function readSecret(readSetting: ReadSetting): {
  readonly secret?: string;
  readonly fault?: string;
} {
  const secret = readSetting(`${p}CLIENT_SECRET`);
  const file = readSetting(`${p}CLIENT_SECRET_FILE`);
  if (file === undefined) return secret === undefined ? {} : { secret };
  if (secret !== undefined)
    return {
      fault: `${p}CLIENT_SECRET: it is given twice; leave out this or ${p}CLIENT_SECRET_FILE.`,
    };
  try {
    const read = readFileSync(file, 'utf8').trim();
    return read === '' ? { fault: `${p}CLIENT_SECRET_FILE: ${file} is empty.` } : { secret: read };
  } catch {
    return { fault: `${p}CLIENT_SECRET_FILE: ${file} cannot be read by this user.` };
  }
}

/** Reads the settings, or lists every fault. Undefined without any setting. */
export function readOpenIdSettings(readSetting: ReadSetting): {
  readonly openId?: OpenIdSettings;
  readonly faults: readonly string[];
} {
  if (names.every((name) => readSetting(p + name) === undefined)) return { faults: [] };
  const issuer = readSetting(`${p}ISSUER`);
  const clientId = readSetting(`${p}CLIENT_ID`);
  const name = readSetting(`${p}NAME`);
  const roleName = readSetting(`${p}ROLE`);
  const role = tokenRoles.find((one) => one === roleName);
  const scopes = (readSetting(`${p}SCOPES`) ?? 'profile email')
    .split(/\s+/)
    .filter((one) => one !== 'openid');
  const { secret, fault } = readSecret(readSetting);
  const faults = [
    issuer === undefined
      ? `${p}ISSUER: it is missing; name the provider, or leave out the other ${p} settings.`
      : issuerFault(issuer),
    clientId === undefined
      ? `${p}CLIENT_ID: it is missing; the provider gives it to each application.`
      : undefined,
    fault,
    (name?.length ?? 0) > 60 ? `${p}NAME: write at most 60 characters.` : undefined,
    scopes.every((one) => /^[\x21\x23-\x5b\x5d-\x7e]+$/.test(one))
      ? undefined
      : `${p}SCOPES: write words with blanks between, as profile email.`,
    roleName === undefined || role !== undefined
      ? undefined
      : `${p}ROLE: "${roleName}" is none of ${tokenRoles.join(', ')}; admins are invited one by one.`,
  ].filter((one) => one !== undefined);
  if (faults.length > 0 || issuer === undefined || clientId === undefined) return { faults };
  const openId = {
    issuer,
    clientId,
    scopes: ['openid', ...scopes].join(' '),
    ...compact({ clientSecret: secret, name, role }),
  };
  return { openId, faults };
}
