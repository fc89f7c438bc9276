import { type FormEvent, useState } from 'react';
import { type WebhookForm, webhookForms } from '#contract/reminders/constants.ts';
import { type Role, roles } from '#contract/core/rights.ts';
import type { NewWebhook, Webhook } from '#contract/reminders/schemas.ts';
import { compact } from '#domain/values/compact.ts';
import { type ProblemError, toProblem } from '#web/data/problem-error.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { reminderLabels } from '#web/features/reminders/labels/index.ts';
import { useAddWebhook } from '#web/features/reminders/queries.ts';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';
import { ScheduleFields } from '#web/features/reminders/schedule-fields.tsx';

interface FieldsProps {
  /** The stored webhook. Its address and its secret are never returned; empty fields keep them. */
  readonly webhook?: Webhook;
  readonly draft: NewWebhook;
  readonly failure: ProblemError | undefined;
  readonly onChange: (change: Partial<NewWebhook>) => void;
}
/** The key of the label for the fault of the name or the address. */
function nameFault(failure: ProblemError | undefined) {
  if (failure?.problem?.errors?.some(({ path }) => path === 'name') !== true) return undefined;
  return failure.code === 'conflict' ? 'name_taken' : 'wrong_name';
}
function addressFault(failure: ProblemError | undefined) {
  const error = failure?.problem?.errors?.find(({ path }) => path === 'address');
  if (error === undefined) return undefined;
  return error.value === 'private_address' ? 'private_address' : 'wrong_address';
}

/** The fields of a webhook: name, form, address, secret and events. */
export function WebhookFields({ webhook, draft, failure, onChange }: FieldsProps) {
  const t = useLabels(reminderLabels);
  const name = nameFault(failure);
  const address = addressFault(failure);
  return (
    <>
      <Field
        label={t('name')}
        error={name === undefined ? undefined : t(name)}
        autoComplete="off"
        maxLength={60}
        value={draft.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <SelectField
        label={t('form')}
        value={draft.form}
        disabled={webhook !== undefined}
        onChange={(event) => onChange({ form: event.target.value as WebhookForm })}
      >
        {webhookForms.map((form) => (
          <option key={form} value={form}>
            {t(form)}
          </option>
        ))}
      </SelectField>
      <Field
        label={t('webhook_address')}
        hint={
          webhook === undefined
            ? t('webhook_address_hint')
            : t('address_kept', { host: webhook.host })
        }
        error={address === undefined ? undefined : t(address)}
        type="url"
        autoComplete="off"
        maxLength={2000}
        value={draft.address}
        onChange={(event) => onChange({ address: event.target.value })}
      />
      {draft.form === 'wecom' ? null : (
        <Field
          label={t('secret')}
          hint={t(webhook?.has_secret === true ? 'secret_kept' : 'secret_hint')}
          type="password"
          autoComplete="new-password"
          maxLength={500}
          value={draft.secret ?? ''}
          onChange={(event) => onChange({ secret: event.target.value })}
        />
      )}
      <SelectField
        label={t('role')}
        value={draft.role}
        onChange={(event) => onChange({ role: event.target.value as Role })}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(role)}
          </option>
        ))}
      </SelectField>
      <ScheduleFields value={draft} onChange={onChange} />
    </>
  );
}

/** Whether a fault is that of the name or the address. */
export const isAtField = (failure: ProblemError | undefined): boolean =>
  nameFault(failure) !== undefined || addressFault(failure) !== undefined;

/**
 * The form of a new webhook. Its digests hold what a viewer sees, unless another role is chosen.
 */
export function AddWebhookForm() {
  const t = useLabels(reminderLabels);
  const language = useLanguage();
  const add = useAddWebhook();
  const empty: NewWebhook = {
    name: '',
    form: 'wecom',
    address: '',
    role: 'viewer',
    frequency: 'weekly',
    weekday: 1,
    language,
  };
  const [draft, setDraft] = useState(empty);
  const failure = add.isError ? toProblem(add.error) : undefined;
  const change = (part: Partial<NewWebhook>) => {
    add.reset();
    setDraft({ ...draft, ...part });
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { secret, ...rest } = draft;
    const newSecret = secret === '' || rest.form === 'wecom' ? undefined : secret;
    const body = { ...rest, name: rest.name.trim(), address: rest.address.trim() };
    add.mutate(
      { ...body, ...compact({ secret: newSecret }) },
      { onSuccess: () => setDraft(empty) },
    );
  };
  return (
    <form onSubmit={send} noValidate aria-label={t('add_webhook')}>
      <div className={fieldRowStyles.row}>
        <WebhookFields draft={draft} failure={failure} onChange={change} />
        <Button type="submit" disabled={add.isPending}>
          {t('add')}
        </Button>
      </div>
      {failure === undefined || isAtField(failure) ? null : <ErrorPanel failure={failure} />}
    </form>
  );
}
