import { digestFrequencies } from '#domain/reminders/digest-schedule.ts';
import { reportFileFormats } from '#domain/zone/report/report-schedule.ts';
import { languages } from '#domain/values/language.ts';
import {
  byId,
  count,
  emptyBody,
  filledText,
  noInput,
  text,
  trimmedText,
} from '#contract/core/primitives.ts';
import { roles } from '#contract/core/rights.ts';
import { z, type Infer } from '#contract/core/zod.ts';
import {
  deliveryStates,
  emailChannel,
  mailSecurities,
  sendFaults,
  webhookForms,
} from './constants.ts';

/** A mail address of a common form, without a name beside it. */
const mailAddress = text(254).regex(
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/,
  'must be an e-mail address as name@example.org',
);
const domainName = text(253).regex(
  /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/,
  'must be a domain in small letters, as example.org',
);
const hostName = text(253).regex(
  /^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)*[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$|^[0-9A-Fa-f:.]{2,45}$/,
  'must be the name or the address of a mail server, as mail.example.org',
);
const frequency = z.enum(digestFrequencies);
const weekday = z.number().int().min(1).max(7);
const language = z.enum(languages);
const role = z.enum(roles);
/** A stored secret. Omitted: it does not change. null removes it. */
const storedSecret = filledText(500).nullable().exactOptional();

/** The last digest of a recipient, and the next try where it failed. */
const deliverySchema = z.strictObject({
  period: z.string(),
  state: z.enum(deliveryStates),
  attempts: count,
  at: z.string(),
  next_try_at: z.string().exactOptional(),
  error: z.enum(sendFaults).exactOptional(),
});
export type Delivery = Infer<typeof deliverySchema>;

const mailServer = {
  host: hostName,
  port: z.number().int().min(1).max(65535),
  security: z.enum(mailSecurities),
  login: filledText(200).exactOptional(),
  sender: mailAddress,
  /** The domains that people may receive mail at. */
  domains: z.array(domainName).min(1).max(20),
};
const mailServerSchema = z.strictObject({ ...mailServer, has_password: z.boolean() });
export type MailServerSettings = Infer<typeof mailServerSchema>;
const webhook = {
  name: trimmedText(60),
  form: z.enum(webhookForms),
  /** The role whose rights decide what the digest holds. */
  role,
  language,
  frequency,
  weekday,
};
const webhookSchema = z.strictObject({
  id: z.string(),
  ...webhook,
  /** The host of its address. The address holds a secret and is never sent back. */
  host: z.string(),
  has_secret: z.boolean(),
  version: count,
  delivery: deliverySchema.exactOptional(),
});
export type Webhook = Infer<typeof webhookSchema>;
const recipientSchema = z.strictObject({
  name: z.string(),
  frequency,
  delivery: deliverySchema.exactOptional(),
});
const remindersSchema = z.strictObject({
  /** The time zone of the displayed zone. */
  time_zone: z.string(),
  mail_server: mailServerSchema.exactOptional(),
  webhooks: z.array(webhookSchema),
  /** People who chose a digest, without their addresses. */
  people: z.array(recipientSchema),
  /** For If-Match: the present mail server. */
  version: count,
});
export type Reminders = Infer<typeof remindersSchema>;

/** `mail_server: null` removes it. */
const remindersPatch = z
  .strictObject({
    mail_server: z
      .strictObject({ ...mailServer, password: storedSecret })
      .refine(
        (server) => server.security !== 'none' || server.login === undefined,
        'needs encryption where there is a login',
      )
      .nullable()
      .exactOptional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, 'must change something');
export type RemindersPatch = Infer<typeof remindersPatch>;
const webhookAddress = filledText(2000);
const newWebhook = z.strictObject({
  ...webhook,
  address: webhookAddress,
  secret: filledText(500).exactOptional(),
});
export type NewWebhook = Infer<typeof newWebhook>;
const webhookPatch = z
  .strictObject({
    name: webhook.name.exactOptional(),
    role: role.exactOptional(),
    language: language.exactOptional(),
    frequency: frequency.exactOptional(),
    weekday: weekday.exactOptional(),
    address: webhookAddress.exactOptional(),
    secret: storedSecret,
  })
  .refine((patch) => Object.keys(patch).length > 0, 'must change something');
export type WebhookPatch = Infer<typeof webhookPatch>;

const testResultSchema = z.strictObject({
  sent: z.boolean(),
  error: z.enum(sendFaults).exactOptional(),
});
export type TestResult = Infer<typeof testResultSchema>;

const calendarSchema = z.strictObject({
  id: z.string(),
  language,
  created_at: z.string(),
  /** The day in the zone when it was last read. */
  used_on: z.string().exactOptional(),
});
export type CalendarFeed = Infer<typeof calendarSchema>;
const channel = z.union(
  [z.literal(emailChannel), z.string().regex(/^w[0-9a-f]{20}$/)],
  'must be email or the id of a webhook',
);
/** The format of the file of a closed month that a mail includes. Omitted: no file. */
const report = z.enum(reportFileFormats).exactOptional();
const ownDigest = { frequency, weekday, language, channel, report };
const ownDigestSchema = z.strictObject({
  ...ownDigest,
  /** The address for mails. Omitted where none is known. */
  address: z.string().exactOptional(),
  /** The channels that an admin has set up: webhooks by name, and whether mail is sent. */
  channels: z.array(z.strictObject({ id: z.string(), name: z.string().exactOptional() })),
  domains: z.array(z.string()),
  time_zone: z.string(),
  calendars: z.array(calendarSchema),
  delivery: deliverySchema.exactOptional(),
  /** For If-Match: the number of changes of this choice. */
  version: count,
});
export type OwnDigest = Infer<typeof ownDigestSchema>;
const ownDigestChoice = z.strictObject({ ...ownDigest, address: mailAddress.exactOptional() });
export type OwnDigestChoice = Infer<typeof ownDigestChoice>;
/** The only reply that holds the address of a calendar. */
const madeCalendarSchema = z.strictObject({ calendar: calendarSchema, address: z.string() });
export type MadeCalendar = Infer<typeof madeCalendarSchema>;
const endedSchema = z.strictObject({ ended: count });

/** Digests by mail and webhook, and calendars. */
export const reminderSchemas = {
  reminders: { ...noInput, reply: remindersSchema },
  changeReminders: { ...noInput, body: remindersPatch, reply: remindersSchema },
  addWebhook: { ...noInput, body: newWebhook, reply: webhookSchema },
  changeWebhook: { ...noInput, params: byId, body: webhookPatch, reply: webhookSchema },
  endWebhook: { ...noInput, params: byId, body: emptyBody, reply: endedSchema },
  testWebhook: { ...noInput, params: byId, body: emptyBody, reply: testResultSchema },
  testMail: {
    ...noInput,
    body: z.strictObject({ to: mailAddress, language }),
    reply: testResultSchema,
  },
  ownDigest: { ...noInput, reply: ownDigestSchema },
  chooseDigest: { ...noInput, body: ownDigestChoice, reply: ownDigestSchema },
  makeCalendar: { ...noInput, body: z.strictObject({ language }), reply: madeCalendarSchema },
  endCalendar: { ...noInput, params: byId, body: emptyBody, reply: endedSchema },
} as const;
