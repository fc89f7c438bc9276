import type { Reminders, RemindersPatch } from '#contract/reminders/schemas.ts';
import type { MailSecurity } from '#contract/reminders/constants.ts';
import { compact } from '#domain/values/compact.ts';

/** The typed settings of the mail server. */
export interface MailDraft {
  readonly host: string;
  readonly port: string;
  readonly security: MailSecurity;
  readonly login: string;
  readonly password: string;
  readonly sender: string;
  readonly domains: string;
}
/** Makes the draft of the mail settings; the usual port is 465, by TLS. */
export const toDraft = ({ mail_server }: Reminders): MailDraft => ({
  host: mail_server?.host ?? '',
  port: String(mail_server?.port ?? 465),
  security: mail_server?.security ?? 'tls',
  login: mail_server?.login ?? '',
  password: '',
  sender: mail_server?.sender ?? '',
  domains: mail_server?.domains.join(', ') ?? '',
});
/**
 * Makes the settings to send. An empty password keeps the stored one; without a login there is
 * none.
 */
export const fromDraft = (draft: MailDraft): NonNullable<RemindersPatch['mail_server']> => ({
  host: draft.host.trim(),
  port: Number(draft.port),
  security: draft.security,
  sender: draft.sender.trim(),
  domains: draft.domains
    .toLowerCase()
    .split(/[,，、\s]+/)
    .filter((domain) => domain !== ''),
  ...compact({
    login: draft.login.trim() === '' ? undefined : draft.login.trim(),
    password: draft.login.trim() === '' ? null : draft.password === '' ? undefined : draft.password,
  }),
});
