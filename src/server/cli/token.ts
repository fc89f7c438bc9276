import { compact } from '#domain/values/compact.ts';
import { lastDayIn } from '#domain/time/time-zone.ts';
import { readTimeZone } from '#server/zone/zone-day-service.ts';
import { tokenLife, tokenRoles } from '#contract/accounts/constants.ts';
import { makeToken, makeScriptName } from '#server/accounts/tokens/service.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import type { Db } from '#server/db/db.ts';
import { HttpProblem } from '#server/core/problem.ts';
import { recordEvent } from '#server/audit/store.ts';
import { listTokens, takeToken } from '#server/accounts/token-store.ts';
import { findUserByLogin } from '#server/accounts/user-store.ts';
import type { Settings } from './settings.ts';
import { exitCode } from './exit-code.ts';

const actor = { name: 'local' } as const;
const use = `token list, token make LOGIN NAME [--role ${tokenRoles.join('|')}] [--days 1 to ${tokenLife.most}] [--exports-only], or token end ID`;

/** The options of the command line. */
export interface TokenOptions {
  readonly role?: string | undefined;
  readonly days?: string | undefined;
  readonly 'exports-only'?: boolean | undefined;
}

async function list(db: Db): Promise<number> {
  const timeZone = await readTimeZone(db);
  for (const { id, owner_name, name, role, expires_at, used_on } of await listTokens(db))
    console.log(
      [
        id,
        makeScriptName(owner_name, name),
        role,
        `until ${lastDayIn(new Date(expires_at), timeZone)}`,
        `used ${used_on ?? 'never'}`,
      ].join('\t'),
    );
  return 0;
}

async function make(db: Db, login: string, name: string, options: TokenOptions): Promise<number> {
  const exports_only = options['exports-only'] === true;
  const { role = exports_only ? 'analyst' : 'viewer', days = String(tokenLife.usual) } = options;
  const tokenRole = tokenRoles.find((one) => one === role);
  const count = /^\d{1,3}$/.test(days) ? Number(days) : 0;
  if (
    tokenRole === undefined ||
    count < 1 ||
    count > tokenLife.most ||
    !/^\S.{0,58}\S$|^\S$/u.test(name)
  ) {
    console.error(`Write ${use}.`);
    return exitCode.wrongUse;
  }
  const newToken = await db.write(async (trx) => {
    const owner = await findUserByLogin(trx, login);
    return owner === undefined
      ? undefined
      : makeToken(
          trx,
          owner,
          {
            name,
            role: tokenRole,
            days: count,
            ...compact({ exports_only: exports_only ? true : undefined }),
          },
          actor,
          new Date(),
        );
  });
  if (newToken === undefined) {
    console.error(`No account has the sign-in name ${login}; user list shows all accounts.`);
    return exitCode.failed;
  }
  // standard output holds only the secret, for scripts
  const until = lastDayIn(new Date(newToken.token.expires_at), await readTimeZone(db));
  console.error(`This secret is shown only once. It is valid until ${until}:`);
  console.log(newToken.secret);
  return 0;
}

async function end(db: Db, id: string): Promise<number> {
  const isRemoved = await db.write(async (trx) => {
    const token = await takeToken(trx, id);
    if (token !== undefined) {
      const object = makeScriptName(token.owner_name, token.name);
      await recordEvent(trx, { at: new Date().toISOString(), actor, kind: 'token_ended', object });
    }
    return token;
  });
  if (isRemoved === undefined)
    console.error(`No token has the id ${id}; token list shows all tokens.`);
  else console.log(`${makeScriptName(isRemoved.owner_name, isRemoved.name)} has ended.`);
  return isRemoved === undefined ? exitCode.failed : 0;
}

/**
 * Lists, makes and ends tokens from a shell.
 * @returns the exit code
 * @throws any error that is no HttpProblem
 */
export async function token(
  settings: Settings,
  args: readonly string[],
  options: TokenOptions,
): Promise<number> {
  const [verb, first = '', second = ''] = args;
  const words: Readonly<Record<string, number>> = { list: 1, make: 3, end: 2 };
  if (verb === undefined || words[verb] !== args.length) {
    console.error(`Write ${use}.`);
    return exitCode.wrongUse;
  }
  const db = await openDatabase({ url: settings.database });
  try {
    if (verb === 'list') return await list(db);
    return verb === 'make' ? await make(db, first, second, options) : await end(db, first);
  } catch (error) {
    if (!(error instanceof HttpProblem)) throw error;
    console.error(error.message);
    return exitCode.failed;
  } finally {
    await db.close();
  }
}
