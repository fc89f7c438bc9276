import type {
  DeliveryState,
  MailSecurity,
  SendFault,
  WebhookForm,
} from '#contract/reminders/constants.ts';
import type { Role } from '#contract/core/rights.ts';
import type { DigestFrequency } from '#domain/reminders/digest-schedule.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { ReportFileFormat } from '#domain/zone/report/report-schedule.ts';
import type { Language } from '#domain/values/language.ts';
import type { ColumnType } from 'kysely';
import type { Fixed } from './column-types.ts';

/** The mail server as it is stored, without its password. */
export interface StoredMailServer {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  readonly login?: string;
  readonly sender: string;
  readonly domains: readonly string[];
}
/** A table with one row, whose name is `all`. `mail_password` is sealed. */
interface ReminderSettingTable {
  name: Fixed<string>;
  mail_json: ColumnType<StoredMailServer | null, string | null, string | null>;
  mail_password: string | null;
  version: number;
}
/** `since`: the moment from which digests are due. `version` counts changes. */
interface Schedule {
  frequency: DigestFrequency;
  weekday: number;
  language: Language;
  since: string;
  version: number;
}
/** `address` and `secret` are sealed. `host` is the host name of the address. */
interface WebhookTable extends Schedule {
  id: Fixed<string>;
  name: string;
  form: Fixed<WebhookForm>;
  address: string;
  host: string;
  secret: string | null;
  role: Role;
  created_at: Fixed<string>;
}
/**
 * `channel`: `email` or the id of a webhook. `report`: the format of the report on a closed month
 * that mails attach.
 */
interface AccountDigestTable extends Schedule {
  account: Fixed<string>;
  channel: string;
  address: string | null;
  report: ReportFileFormat | null;
}
/** `recipient`: `account <id>` or `webhook <id>`. */
interface DigestDeliveryTable {
  recipient: Fixed<string>;
  period: Fixed<string>;
  state: DeliveryState;
  attempts: number;
  at: string;
  next_try_at: string | null;
  error: SendFault | null;
}
interface CalendarFeedTable {
  id: Fixed<string>;
  secret_hash: Fixed<string>;
  account: Fixed<string>;
  language: Fixed<Language>;
  created_at: Fixed<string>;
  used_on: IsoDate | null;
}

/** The tables of digests and calendars. */
export interface ReminderTables {
  reminder_setting: ReminderSettingTable;
  webhook: WebhookTable;
  account_digest: AccountDigestTable;
  digest_delivery: DigestDeliveryTable;
  calendar_feed: CalendarFeedTable;
}
