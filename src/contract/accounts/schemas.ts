import { signInMethods, invitationMethods, tokenLife, tokenRoles } from './constants.ts';
import { roles } from '#contract/core/rights.ts';
import { z, type Infer } from '#contract/core/zod.ts';
import {
  byId,
  count,
  emptyBody,
  id,
  isoDate,
  noInput,
  text,
  textInAllLanguages,
  trimmedText,
} from '#contract/core/primitives.ts';
import { signInStateSchema } from './second-factor-schemas.ts';

/** The limit is above that of passwords, so that a long password is rejected for its length. */
const password = text(1000).refine((s) => s !== '', 'must not be empty');
const login = text(200).regex(/^\S{2,}$/, 'must be an e-mail address or a name without blanks');
const name = trimmedText(100);
const secret = text(200);
const role = z.enum(roles);
const kind = z.enum(['account', 'password']);
const state = z.enum(['active', 'disabled']);

const signInBody = z.strictObject({ login: text(200), password });
export type SignIn = Infer<typeof signInBody>;
const signOutResultSchema = z.strictObject({
  state: z.literal('signed_out'),
  /** The organisation's own sign-out page, where it was requested. */
  address: z.string().exactOptional(),
});
export type SignOutResult = Infer<typeof signOutResultSchema>;

/**
 * What an invitation shows to the holder of its secret. `kind` password: a new password for an
 * existing account.
 */
const invitationDetailsSchema = z.strictObject({
  kind,
  login: z.string(),
  role,
  name: z.string().exactOptional(),
  /** The name of the zone. Omitted while there is none. */
  zone: textInAllLanguages.exactOptional(),
  /** The smallest number of characters of the password. */
  least: count,
});
export type InvitationDetails = Infer<typeof invitationDetailsSchema>;
/** OpenID Connect Core 2: at most 255 ASCII characters. */
const subject = z.string().regex(/^[\x21-\x7e]{1,255}$/);
/**
 * Through the organisation, `login` is an e-mail address that it has verified, or `subject` is its
 * identifier of the person.
 */
const newInvitation = z.strictObject({
  login,
  role,
  way: z.enum(invitationMethods).exactOptional(),
  subject: subject.exactOptional(),
});
export type NewInvitation = Infer<typeof newInvitation>;
/**
 * `address` is omitted when there is nothing to send: the invited person signs in through the
 * organisation.
 */
const invitationResultSchema = z.strictObject({
  address: z.string().exactOptional(),
  expires_at: z.string(),
});
export type InvitationResult = Infer<typeof invitationResultSchema>;
/** The only reply that holds the secret; `address` is the path to send, with the secret after #. */
const madeInvitationSchema = z.strictObject({ address: z.string(), expires_at: z.string() });
export type MadeInvitation = Infer<typeof madeInvitationSchema>;

const personSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  login: z.string(),
  role,
  state,
  second_step: z.boolean(),
  way: z.enum(signInMethods),
  /** The number of open sessions. */
  sessions: count,
  seen_at: z.string().exactOptional(),
  /** For If-Match: the present role and state. */
  version: z.string(),
});
export type Person = Infer<typeof personSchema>;
const organisationSchema = z.strictObject({
  /** Empty where the organisation has no name in Headway. */
  name: z.string(),
});
export type Organisation = Infer<typeof organisationSchema>;
const peopleSchema = z.strictObject({
  people: z.array(personSchema),
  invitations: z.array(
    z.strictObject({
      id: z.string(),
      kind,
      login: z.string(),
      role,
      way: z.enum(invitationMethods),
      subject: subject.exactOptional(),
      invited_by: z.string(),
      created_at: z.string(),
      expires_at: z.string(),
    }),
  ),
  /** The roles that must have a second factor. */
  second_step_roles: z.array(role),
  /** Omitted where nobody signs in through an organisation. */
  organisation: organisationSchema.exactOptional(),
});
export type People = Infer<typeof peopleSchema>;
const personPatch = z
  .strictObject({ role: role.exactOptional(), state: state.exactOptional() })
  .refine((p) => Object.keys(p).length > 0, 'must change something');
export type PersonPatch = Infer<typeof personPatch>;

const ownSessionSchema = z.strictObject({
  id: z.string(),
  /** Browser and system in words; empty where the request named neither. */
  device: z.string(),
  created_at: z.string(),
  seen_at: z.string(),
  current: z.boolean(),
});
export type OwnSession = Infer<typeof ownSessionSchema>;
const ownAccountSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  login: z.string(),
  role,
  second_step: z.boolean(),
  way: z.enum(signInMethods),
  sessions: z.array(ownSessionSchema),
  /** The organisation offers a sign-out of its own. */
  leaves_organisation: z.literal(true).exactOptional(),
});
export type OwnAccount = Infer<typeof ownAccountSchema>;
const endedSchema = z.strictObject({ ended: count });

const tokenRole = z.enum(tokenRoles);
/** A token: it lets a program act as its owner. */
const tokenSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  owner: z.strictObject({ id: z.string(), name: z.string() }),
  role: tokenRole,
  /** The lesser of its own role and its owner's. */
  acts_as: tokenRole,
  /** It reads files of data only, and may be part of an address. */
  exports_only: z.literal(true).exactOptional(),
  state: z.enum(['live', 'expired']),
  created_at: z.string(),
  expires_at: z.string(),
  /** The day in UTC on which it was last used. */
  used_on: isoDate.exactOptional(),
});
export type Token = Infer<typeof tokenSchema>;
const newToken = z.strictObject({
  name: trimmedText(60),
  role: tokenRole,
  days: z.number().int().min(1).max(tokenLife.most).exactOptional(),
  exports_only: z.literal(true).exactOptional(),
});
export type NewToken = Infer<typeof newToken>;
/** The only reply that holds the secret. */
const madeTokenSchema = z.strictObject({ token: tokenSchema, secret: z.string() });
export type MadeToken = Infer<typeof madeTokenSchema>;

const endOne = { ...noInput, params: byId, body: emptyBody, reply: endedSchema } as const;

/** People, invitations, sessions and tokens. */
export const accountSchemas = {
  setUp: {
    ...noInput,
    body: z.strictObject({ login, name, password }),
    reply: signInStateSchema,
  },
  signIn: { ...noInput, body: signInBody, reply: signInStateSchema },
  signOut: {
    ...noInput,
    body: z.strictObject({ organisation: z.literal(true).exactOptional() }),
    reply: signOutResultSchema,
  },
  readInvitation: {
    ...noInput,
    body: z.strictObject({ secret }),
    reply: invitationDetailsSchema,
  },
  acceptInvitation: {
    ...noInput,
    body: z.strictObject({ secret, name: name.exactOptional(), password }),
    reply: signInStateSchema,
  },
  listPeople: { ...noInput, reply: peopleSchema },
  invite: { ...noInput, body: newInvitation, reply: invitationResultSchema },
  endInvitation: endOne,
  changePerson: { ...noInput, params: byId, body: personPatch, reply: personSchema },
  endPersonSessions: endOne,
  askNewPassword: { ...noInput, params: byId, body: emptyBody, reply: madeInvitationSchema },
  account: { ...noInput, reply: ownAccountSchema },
  changeName: { ...noInput, body: z.strictObject({ name }), reply: ownAccountSchema },
  changePassword: {
    ...noInput,
    body: z.strictObject({ current: password, password }),
    reply: endedSchema,
  },
  endSession: endOne,
  endOtherSessions: { ...noInput, body: emptyBody, reply: endedSchema },
  listTokens: { ...noInput, reply: z.strictObject({ items: z.array(tokenSchema) }) },
  makeToken: { ...noInput, body: newToken, reply: madeTokenSchema },
  endToken: { ...endOne, params: z.strictObject({ id }) },
} as const;
