import { useState } from 'react';
import type { Reminders, Webhook } from '#contract/reminders/schemas.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { type Column, DataTable } from '#web/ui/display/data-table.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import * as textStyles from '#web/ui/text.module.css';
import { DeliveryState } from '#web/features/reminders/delivery-state.tsx';
import { digestLabels, reminderLabels } from '#web/features/reminders/labels/index.ts';
import { useEndWebhook, useTestWebhook } from '#web/features/reminders/queries.ts';
import * as remindersStyles from '#web/features/reminders/reminders.module.css';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';
import { EditWebhookForm } from './edit-webhook-form.tsx';
import { TestOutcome } from './test-result.tsx';
import { AddWebhookForm } from './webhook-form.tsx';

function WebhookTable({ webhooks }: { readonly webhooks: readonly Webhook[] }) {
  const t = useLabels(reminderLabels);
  const words = useLabels(digestLabels);
  const test = useTestWebhook();
  const end = useEndWebhook();
  const [editedId, setEditedId] = useState<string>();
  const webhook = webhooks.find(({ id }) => id === editedId);
  const columns: readonly Column<Webhook>[] = [
    { id: 'name', label: t('name'), head: true, cell: ({ name }) => name },
    {
      id: 'form',
      label: t('form'),
      cell: ({ form, host }) => (
        <>
          {t(form)}
          <small className={remindersStyles.fault}>{host}</small>
        </>
      ),
    },
    { id: 'role', label: t('role'), cell: ({ role }) => t(role) },
    { id: 'frequency', label: words('frequency'), cell: ({ frequency }) => words(frequency) },
    {
      id: 'state',
      label: t('state'),
      cell: ({ delivery }) => <DeliveryState delivery={delivery} />,
    },
    {
      id: 'actions',
      right: true,
      label: <span className={textStyles.visuallyHidden}>{t('test')}</span>,
      cell: ({ id }) => (
        <>
          <Button quiet disabled={test.isPending} onClick={() => test.mutate(id)}>
            {t('test')}
          </Button>
          <Button quiet onClick={() => setEditedId(id)}>
            {t('edit')}
          </Button>
          <Button quiet disabled={end.isPending} onClick={() => end.mutate(id)}>
            {t('remove')}
          </Button>
        </>
      ),
    },
  ];
  return (
    <>
      <DataTable
        stacks
        caption={t('webhooks')}
        rows={webhooks}
        rowKey={(webhook) => webhook.id}
        columns={columns}
      />
      <TestOutcome result={test.data} error={test.error} />
      {webhook === undefined ? null : (
        <EditWebhookForm
          key={`${webhook.id} ${webhook.version}`}
          webhook={webhook}
          onClose={() => setEditedId(undefined)}
        />
      )}
      {end.isError ? <ErrorPanel failure={toProblem(end.error)} /> : null}
    </>
  );
}

/** The webhooks of the zone, and the form of a new one. */
export function Webhooks({ reminders }: { readonly reminders: Reminders }) {
  const t = useLabels(reminderLabels);
  const { webhooks } = reminders;
  return (
    <div className={remindersStyles.part}>
      <h3>{t('webhooks')}</h3>
      <p className={fieldRowStyles.text}>{t('webhooks_text')}</p>
      {webhooks.length === 0 ? <p>{t('no_webhooks')}</p> : <WebhookTable webhooks={webhooks} />}
      <h3>{t('add_webhook')}</h3>
      <AddWebhookForm />
    </div>
  );
}
