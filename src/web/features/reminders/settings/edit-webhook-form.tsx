import { type FormEvent, useState } from 'react';
import type { NewWebhook, Webhook } from '#contract/reminders/schemas.ts';
import { compact } from '#domain/values/compact.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { Checkbox } from '#web/ui/controls/field.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { digestLabels, reminderLabels } from '#web/features/reminders/labels/index.ts';
import { useChangeWebhook } from '#web/features/reminders/queries.ts';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';
import { isAtField, WebhookFields } from './webhook-form.tsx';

interface EditWebhookFormProps {
  readonly webhook: Webhook;
  readonly onClose: () => void;
}

/** The form of a stored webhook. An empty address or secret keeps the stored one. */
export function EditWebhookForm({ webhook, onClose }: EditWebhookFormProps) {
  const t = useLabels(reminderLabels);
  const words = useLabels(digestLabels);
  const save = useChangeWebhook();
  const { name, form, role, frequency, weekday, language } = webhook;
  const [draft, setDraft] = useState<NewWebhook>({
    name,
    form,
    role,
    frequency,
    weekday,
    language,
    address: '',
    secret: '',
  });
  const [endsSecret, setEndsSecret] = useState(false);
  const failure = save.isError ? toProblem(save.error) : undefined;
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { form: _form, address, secret = '', ...rest } = draft;
    const patch = {
      ...rest,
      name: rest.name.trim(),
      ...compact({
        address: address.trim() === '' ? undefined : address.trim(),
        secret: endsSecret ? null : secret === '' ? undefined : secret,
      }),
    };
    save.mutate({ id: webhook.id, version: webhook.version, patch }, { onSuccess: onClose });
  };
  return (
    <form onSubmit={send} noValidate aria-label={t('edit_named', { name })}>
      <h3>{t('edit_named', { name })}</h3>
      <div className={fieldRowStyles.row}>
        <WebhookFields
          webhook={webhook}
          draft={draft}
          failure={failure}
          onChange={(part) => {
            save.reset();
            setDraft({ ...draft, ...part });
          }}
        />
        {webhook.has_secret ? (
          <Checkbox
            label={t('end_secret')}
            checked={endsSecret}
            onChange={(event) => setEndsSecret(event.target.checked)}
          />
        ) : null}
        <Button primary type="submit" disabled={save.isPending}>
          {words('save')}
        </Button>
        <TextButton onClick={onClose}>{t('cancel_edit')}</TextButton>
      </div>
      {failure === undefined || isAtField(failure) ? null : <ErrorPanel failure={failure} />}
    </form>
  );
}
