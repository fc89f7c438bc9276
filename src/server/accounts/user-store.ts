import { compact } from '#domain/values/compact.ts';
import type { SignInMethod } from '#contract/accounts/constants.ts';
import type { Role } from '#contract/core/rights.ts';
import { getReader, type Source, type Trx } from '#server/db/db.ts';
import { foldText } from '#server/core/text-folding/fold-text.ts';

/**
 * A person who signs in. `password` is the stored form, which no response holds. It is null for a
 * person who signs in with the organisation.
 */
export interface User {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly state: 'active' | 'disabled';
  readonly password: string | null;
  /** Counts changes of role and state. */
  readonly version: number;
}
/** The columns of a user. */
export const userColumns = ['id', 'login', 'name', 'role', 'state', 'password', 'version'] as const;

/** Returns the sign-in method: accounts without a password use the organisation. */
export const getSignInMethod = ({ password }: Pick<User, 'password'>): SignInMethod =>
  password === null ? 'organisation' : 'password';
/** Folds a sign-in name for comparison: people write the same name in several ways. */
export const foldLogin = (login: string): string => foldText(login.trim());

/** Whether any account exists. Once there is one, everyone must sign in. */
export async function hasUsers(source: Source): Promise<boolean> {
  return (
    (await getReader(source).selectFrom('account').select('id').limit(1).executeTakeFirst()) !==
    undefined
  );
}
/** Finds an account by its id, in any state. @returns undefined if no account has this id */
export const findUser = (source: Source, id: string): Promise<User | undefined> =>
  getReader(source)
    .selectFrom('account')
    .select(userColumns)
    .where('id', '=', id)
    .executeTakeFirst();
/**
 * Finds an account by its login, without regard to case and width.
 * @returns undefined if no account has this login
 */
export const findUserByLogin = (source: Source, login: string): Promise<User | undefined> =>
  getReader(source)
    .selectFrom('account')
    .select(userColumns)
    .where('login_fold', '=', foldLogin(login))
    .executeTakeFirst();
/** Whether an account has this name, without regard to case and width. */
export async function isNameTaken(source: Source, name: string): Promise<boolean> {
  return (
    (await getReader(source)
      .selectFrom('account')
      .select('id')
      .where('name_fold', '=', foldText(name))
      .executeTakeFirst()) !== undefined
  );
}
/** Lists all accounts by name. */
export const listUsers = (source: Source): Promise<User[]> =>
  getReader(source)
    .selectFrom('account')
    .select(userColumns)
    .orderBy('name_fold')
    .orderBy('id')
    .execute();

/**
 * Counts the other admins who can sign in.
 * @returns the number of active admins besides this account
 */
export async function countOtherAdmins(source: Source, without: string): Promise<number> {
  const rows = await getReader(source)
    .selectFrom('account')
    .select('id')
    .where('role', '=', 'admin')
    .where('state', '=', 'active')
    .where('id', '<>', without)
    .execute();
  return rows.length;
}

export interface NewUser {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string | null;
  readonly created_at: string;
}
/** Stores a new active account at version 1. @returns the account as it is read */
export async function addUser(trx: Trx, { login, name, ...user }: NewUser): Promise<User> {
  const newUser = { ...user, login, name, state: 'active', version: 1 } as const;
  const { created_at: _, ...userFields } = newUser;
  await trx
    .insertInto('account')
    .values({ ...newUser, login_fold: foldLogin(login), name_fold: foldText(name) })
    .execute();
  return userFields;
}

interface UserChange {
  readonly role?: Role;
  readonly state?: 'active' | 'disabled';
  readonly name?: string;
  readonly password?: string | null;
}
/** Changes a user. A change of role or state makes a new version. */
export async function changeUser(
  trx: Trx,
  user: User,
  { name, ...change }: UserChange,
): Promise<User> {
  // otherwise the version is not written, since the role or state may have changed after the read
  const version =
    change.role === undefined && change.state === undefined ? {} : { version: user.version + 1 };
  const nameColumns = name === undefined ? {} : { name, name_fold: foldText(name) };
  await trx
    .updateTable('account')
    .set({ ...change, ...nameColumns, ...version })
    .where('id', '=', user.id)
    .execute();
  return { ...user, ...change, ...compact({ name }), ...version };
}
