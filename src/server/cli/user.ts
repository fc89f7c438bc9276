import { roles, type Role } from '#contract/core/rights.ts';
import { createInvitationLink } from '#server/accounts/people/invite.ts';
import { changeRights } from '#server/accounts/people/service.ts';
import { openDatabase } from '#server/storage/node-store.ts';
import type { Db } from '#server/db/db.ts';
import { pauseLinksWithoutRight } from '#server/links/owner-right.ts';
import { recordEvent } from '#server/audit/store.ts';
import { removeSecondFactor } from '#server/accounts/second-factor-store.ts';
import { endSessions } from '#server/accounts/session-store.ts';
import { findUserByLogin, listUsers, countOtherAdmins } from '#server/accounts/user-store.ts';
import type { Settings } from './settings.ts';
import { exitCode } from './exit-code.ts';

const actor = { name: 'local' } as const;
/**
 * How to use the command. It serves an operator who is locked out, and needs no right but write
 * access to the store.
 */
const use =
  'user list, user add NAME --role viewer|analyst|manager|admin, user reset NAME, user disable NAME, or user enable NAME';

async function list(db: Db): Promise<number> {
  for (const { login, name, role, state } of await listUsers(db))
    console.log([login, name, role, state].join('\t'));
  return 0;
}
const linkText = (address: string, until: string): string =>
  `Open this once, before ${until}, under the address of this Headway:\n${address}`;

async function add(db: Db, login: string, role: string | undefined): Promise<number> {
  const userRole = roles.find((one) => one === role);
  if (userRole === undefined || !/^\S{2,200}$/.test(login)) {
    console.error(`Write ${use}.`);
    return exitCode.wrongUse;
  }
  return invite(db, login, userRole);
}
async function invite(db: Db, login: string, role: Role): Promise<number> {
  const now = new Date();
  const newUser = await db.write(async (trx) => {
    if ((await findUserByLogin(trx, login)) !== undefined) return undefined;
    await recordEvent(trx, {
      at: now.toISOString(),
      actor,
      kind: 'invited',
      object: login,
      detail: { role },
    });
    return createInvitationLink(trx, { account: null, login, role }, actor.name, now);
  });
  if (newUser === undefined) {
    console.error(`${login} already has an account; user reset ${login} gives it a new password.`);
    return exitCode.failed;
  }
  console.log(linkText(newUser.address, newUser.expires_at));
  return 0;
}

async function change(
  db: Db,
  verb: 'reset' | 'disable' | 'enable',
  login: string,
): Promise<number> {
  const now = new Date();
  const at = now.toISOString();
  const outcome = await db.write(async (trx) => {
    const user = await findUserByLogin(trx, login);
    if (user === undefined)
      return {
        code: exitCode.failed,
        text: `No account has the sign-in name ${login}; user list shows all accounts.`,
      };
    const event = { at, actor, object: user.name };
    if (verb === 'reset') {
      await recordEvent(trx, { ...event, kind: 'password_asked' });
      const { address, expires_at } = await createInvitationLink(
        trx,
        { account: user.id, login: user.login, role: user.role },
        actor.name,
        now,
      );
      if (!(await removeSecondFactor(trx, user.id)))
        return { code: 0, text: linkText(address, expires_at) };
      await endSessions(trx, user.id);
      await recordEvent(trx, { ...event, kind: 'second_step_reset' });
      return {
        code: 0,
        text: `Two-step sign-in of ${login} is removed, and ${login} is signed out everywhere. They can set up a new one on the account page.\n${linkText(address, expires_at)}`,
      };
    }
    if (verb === 'disable' && user.role === 'admin' && (await countOtherAdmins(trx, user.id)) === 0)
      return { code: exitCode.failed, text: `${login} is the last admin: add another one first.` };
    const state = verb === 'disable' ? ('disabled' as const) : ('active' as const);
    await changeRights(
      trx,
      user,
      { role: user.role, state },
      { actor, at, onRightsChange: pauseLinksWithoutRight },
    );
    return { code: 0, text: `${login} is ${verb}d.` };
  });
  if (outcome.code === 0) console.log(outcome.text);
  else console.error(outcome.text);
  return outcome.code;
}

/**
 * Lists, invites and changes people from a shell.
 * @returns the exit code
 * @throws the error of the store if it cannot be opened
 */
export async function user(
  settings: Settings,
  args: readonly string[],
  role: string | undefined,
): Promise<number> {
  const [verb, login] = args;
  const isValid =
    verb === 'list'
      ? args.length === 1
      : args.length === 2 && ['add', 'reset', 'disable', 'enable'].includes(verb ?? '');
  if (!isValid) {
    console.error(`Write ${use}.`);
    return exitCode.wrongUse;
  }
  const db = await openDatabase({ url: settings.database });
  try {
    if (verb === 'list') return await list(db);
    if (verb === 'add') return await add(db, login ?? '', role);
    return await change(db, verb as 'reset' | 'disable' | 'enable', login ?? '');
  } finally {
    await db.close();
  }
}
