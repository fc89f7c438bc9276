import { accountWays, auditFilters, invitationWays } from './endpoints.ts';
import { roles } from '#contract/core/rights.ts';
import { z } from '#contract/core/zod.ts';
import { count, filledText, text, translated } from '#contract/core/primitives.ts';
import { signInStateSchema } from './second-factor-schemas.ts';

/** Longer than any that is taken, so that it is refused for what it is; far shorter than a body. */
const password = text(1000).refine((s) => s !== '', 'must not be empty');
const login = text(200).regex(/^\S{2,}$/, 'must be an e-mail address or a name without blanks');
const name = filledText(100).refine((s) => s.trim() === s, 'must not begin or end with a blank');
const secret = text(200);
const role = z.enum(roles);
const kind = z.enum(['account', 'password']);
const state = z.enum(['active', 'disabled']);

const signInBody = z.strictObject({ login: text(200), password });
const newAccountBody = z.strictObject({ login, name, password });
const signOutBody = z.strictObject({ organisation: z.literal(true).exactOptional() });
const signedOutSchema = z.strictObject({
  state: z.literal('signed_out'),
  address: z.string().exactOptional(),
});
const secretBody = z.strictObject({ secret });
const invitationSeenSchema = z.strictObject({
  kind,
  login: z.string(),
  role,
  name: z.string().exactOptional(),
  zone: translated.exactOptional(),
  least: count,
});
const acceptBody = z.strictObject({ secret, name: name.exactOptional(), password });
/** As OpenID Connect Core 2 limits it: at most 255 ASCII characters. */
const subject = z.string().regex(/^[\x21-\x7e]{1,255}$/);
const inviteBody = z.strictObject({
  login,
  role,
  way: z.enum(invitationWays).exactOptional(),
  subject: subject.exactOptional(),
});
const invitedSchema = z.strictObject({
  address: z.string().exactOptional(),
  expires_at: z.string(),
});
const madeInvitationSchema = z.strictObject({ address: z.string(), expires_at: z.string() });
const personSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  login: z.string(),
  role,
  state,
  second_step: z.boolean(),
  way: z.enum(accountWays),
  sessions: count,
  seen_at: z.string().exactOptional(),
  version: z.string(),
});
const peopleSchema = z.strictObject({
  people: z.array(personSchema),
  invitations: z.array(
    z.strictObject({
      id: z.string(),
      kind,
      login: z.string(),
      role,
      way: z.enum(invitationWays),
      subject: subject.exactOptional(),
      invited_by: z.string(),
      created_at: z.string(),
      expires_at: z.string(),
    }),
  ),
  second_step_roles: z.array(role),
  organisation: z.strictObject({ name: z.string() }).exactOptional(),
});
const personPatch = z
  .strictObject({ role: role.exactOptional(), state: state.exactOptional() })
  .refine((p) => Object.keys(p).length > 0, 'must change something');
const ownAccountSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  login: z.string(),
  role,
  second_step: z.boolean(),
  way: z.enum(accountWays),
  sessions: z.array(
    z.strictObject({
      id: z.string(),
      device: z.string(),
      created_at: z.string(),
      seen_at: z.string(),
      current: z.boolean(),
    }),
  ),
  leaves_organisation: z.literal(true).exactOptional(),
});
const nameBody = z.strictObject({ name });
const passwordBody = z.strictObject({ current: password, password });
const endedSchema = z.strictObject({ ended: count });

const auditQuerySchema = z.strictObject({
  kind: text(1000)
    .refine(
      (s) => s.split(',').every((one) => auditFilters.some((known) => known === one)),
      `must be one or more of ${auditFilters.join(', ')}`,
    )
    .exactOptional(),
  before: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT[\d:.]{8,15}Z_[er]\d{1,15}$/, 'must be the next of a page')
    .exactOptional(),
  limit: z
    .string()
    .regex(/^([1-9]|[1-9]\d|[1-4]\d\d|500)$/, 'must be a whole number from 1 to 500')
    .exactOptional(),
});
const auditSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      id: z.string(),
      seq: count.exactOptional(),
      revision: count.exactOptional(),
      at: z.string(),
      actor: z.string(),
      kind: z.string(),
      object: z.string().exactOptional(),
      detail: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  next: z.string().exactOptional(),
  head: z.string(),
});

const nothing = z.strictObject({});
const none = { params: nothing, query: nothing, body: undefined } as const;
const byId = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/, 'must be an id of letters, digits, _ and -'),
});

/** Query, body and reply of the endpoints of people, sessions and the audit. */
export const accountSchemas = {
  setUp: { ...none, body: newAccountBody, reply: signInStateSchema },
  signIn: { ...none, body: signInBody, reply: signInStateSchema },
  signOut: { ...none, body: signOutBody, reply: signedOutSchema },
  readInvitation: { ...none, body: secretBody, reply: invitationSeenSchema },
  acceptInvitation: { ...none, body: acceptBody, reply: signInStateSchema },
  listPeople: { ...none, reply: peopleSchema },
  invite: { ...none, body: inviteBody, reply: invitedSchema },
  endInvitation: { ...none, params: byId, body: nothing, reply: endedSchema },
  changePerson: { ...none, params: byId, body: personPatch, reply: personSchema },
  endPersonSessions: { ...none, params: byId, body: nothing, reply: endedSchema },
  askNewPassword: { ...none, params: byId, body: nothing, reply: madeInvitationSchema },
  account: { ...none, reply: ownAccountSchema },
  changeName: { ...none, body: nameBody, reply: ownAccountSchema },
  changePassword: { ...none, body: passwordBody, reply: endedSchema },
  endSession: { ...none, params: byId, body: nothing, reply: endedSchema },
  endOtherSessions: { ...none, body: nothing, reply: endedSchema },
  audit: { ...none, query: auditQuerySchema, reply: auditSchema },
} as const;
