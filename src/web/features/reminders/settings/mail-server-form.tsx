import { compact } from '#domain/values/compact.ts';
import { type FormEvent, useState } from 'react';
import { mailSecurities, type MailSecurity } from '#contract/reminders/constants.ts';
import type { Reminders } from '#contract/reminders/schemas.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { digestLabels, reminderLabels } from '#web/features/reminders/labels/index.ts';
import { useChangeReminders } from '#web/features/reminders/queries.ts';
import * as remindersStyles from '#web/features/reminders/reminders.module.css';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';
import { fromDraft, type MailDraft, toDraft } from './mail-draft.ts';

const textFields = ['host', 'port', 'login', 'password', 'sender', 'domains'] as const;
type TextField = (typeof textFields)[number];
const types: Readonly<Partial<Record<TextField, string>>> = {
  port: 'number',
  password: 'password',
  sender: 'email',
};
/** The field of an error from the server. */
const faultField = (paths: readonly string[]): TextField | 'mail_server' | undefined =>
  textFields.find((name) => paths.some((path) => path.startsWith(`mail_server.${name}`))) ??
  (paths.includes('mail_server') ? 'mail_server' : undefined);

interface FieldsProps {
  readonly draft: MailDraft;
  readonly hasPassword: boolean;
  readonly fault: TextField | 'mail_server' | undefined;
  readonly onChange: (change: Partial<MailDraft>) => void;
}
function MailFields({ draft, hasPassword, fault, onChange }: FieldsProps) {
  const t = useLabels(reminderLabels);
  const hints: Readonly<Partial<Record<TextField, string>>> = {
    domains: t('domains_hint'),
    ...compact({ password: hasPassword ? t('password_kept') : undefined }),
  };
  const field = (name: TextField) => (
    <Field
      key={name}
      label={t(name)}
      hint={hints[name]}
      error={fault === name ? t(`wrong_${name}`) : undefined}
      type={types[name] ?? 'text'}
      autoComplete={name === 'password' ? 'new-password' : 'off'}
      value={draft[name]}
      onChange={(event) => onChange({ [name]: event.target.value })}
    />
  );
  return (
    <div className={fieldRowStyles.row}>
      {field('host')}
      {field('port')}
      <SelectField
        label={t('security')}
        error={fault === 'mail_server' ? t('wrong_mail_server') : undefined}
        value={draft.security}
        onChange={(event) => onChange({ security: event.target.value as MailSecurity })}
      >
        {mailSecurities.map((security) => (
          <option key={security} value={security}>
            {t(security)}
          </option>
        ))}
      </SelectField>
      {field('login')}
      {field('password')}
      {field('sender')}
      {field('domains')}
    </div>
  );
}

/** The mail server that sends digests. */
export function MailServerForm({ reminders }: { readonly reminders: Reminders }) {
  const t = useLabels(reminderLabels);
  const words = useLabels(digestLabels);
  const save = useChangeReminders();
  const [draft, setDraft] = useState(() => toDraft(reminders));
  const { version, mail_server } = reminders;
  const failure = save.isError ? toProblem(save.error) : undefined;
  const fault = faultField((failure?.problem?.errors ?? []).map(({ path = '' }) => path));
  const send = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(
      { patch: { mail_server: fromDraft(draft) }, version },
      { onSuccess: (now) => setDraft(toDraft(now)) },
    );
  };
  const remove = () =>
    save.mutate(
      { patch: { mail_server: null }, version },
      { onSuccess: (now) => setDraft(toDraft(now)) },
    );
  return (
    <form className={remindersStyles.part} onSubmit={send} noValidate>
      <h3>{t('mail_server')}</h3>
      <MailFields
        draft={draft}
        hasPassword={mail_server?.has_password ?? false}
        fault={fault}
        onChange={(change) => {
          save.reset();
          setDraft({ ...draft, ...change });
        }}
      />
      {failure === undefined || fault !== undefined ? null : <ErrorPanel failure={failure} />}
      <div className={fieldRowStyles.row}>
        <Button type="submit" disabled={save.isPending}>
          {words('save')}
        </Button>
        {mail_server === undefined ? null : (
          <Button quiet disabled={save.isPending} onClick={remove}>
            {t('remove_server')}
          </Button>
        )}
        <span role="status">{save.isSuccess ? words('saved') : null}</span>
      </div>
    </form>
  );
}
