import { Link } from '#web/ui/controls/link.tsx';
import type { Reminders } from '#contract/reminders/schemas.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { useSession } from '#web/data/queries.ts';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { DeliveryState } from '#web/features/reminders/delivery-state.tsx';
import { digestLabels, reminderLabels } from '#web/features/reminders/labels/index.ts';
import { useReminders, useTestMail } from '#web/features/reminders/queries.ts';
import * as remindersStyles from '#web/features/reminders/reminders.module.css';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';
import { MailServerForm } from './mail-server-form.tsx';
import { Webhooks } from './webhooks.tsx';
import { type FormEvent, useState } from 'react';
import { Button } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { TestOutcome } from './test-result.tsx';

/** Sends a test mail by the stored server. */
function TestMail() {
  const t = useLabels(reminderLabels);
  const language = useLanguage();
  const test = useTestMail();
  const [to, setTo] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    test.mutate({ to: to.trim(), language });
  };
  return (
    <form onSubmit={send} noValidate>
      <div className={fieldRowStyles.row}>
        <Field
          label={t('test_to')}
          type="email"
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
        <Button type="submit" disabled={test.isPending || to.trim() === ''}>
          {t('test')}
        </Button>
      </div>
      <TestOutcome result={test.data} error={test.error} />
    </form>
  );
}

/** The recipients of digests, and the result of the last one. */
function People({ people }: Pick<Reminders, 'people'>) {
  const t = useLabels(reminderLabels);
  const words = useLabels(digestLabels);
  return (
    <div className={remindersStyles.part}>
      <h3>{t('people')}</h3>
      {people.length === 0 ? (
        <p>{t('no_people')}</p>
      ) : (
        <DataTable
          stacks
          caption={t('people')}
          rows={people}
          rowKey={(person) => person.name}
          columns={[
            { id: 'person', label: t('person'), head: true, cell: ({ name }) => name },
            {
              id: 'frequency',
              label: words('frequency'),
              cell: ({ frequency }) => words(frequency),
            },
            {
              id: 'state',
              label: t('state'),
              cell: ({ delivery }) => <DeliveryState delivery={delivery} />,
            },
          ]}
        />
      )}
    </div>
  );
}

/** Says who sets digests up. Before there are accounts, it links to the page that adds them. */
function OnlyAdmins({ isFirst }: { readonly isFirst: boolean }) {
  const t = useLabels(reminderLabels);
  const frame = useLabels(frameLabels);
  const { hrefTo } = useViewState();
  return (
    <Notice>
      {t('only_admin')} {isFirst ? <Link to={hrefTo('/account')}>{frame('let_in')}</Link> : null}
    </Notice>
  );
}

/** How digests are sent: mail server, webhooks. For admins. */
export function ReminderSettings() {
  const t = useLabels(reminderLabels);
  const { hrefTo } = useViewState();
  const may = useSession().data?.may ?? [];
  const isAdmin = may.includes('manage_people');
  const reminders = useReminders(isAdmin);
  if (!isAdmin) return <OnlyAdmins isFirst={may.includes('set_up')} />;
  return (
    <>
      <p className={fieldRowStyles.text}>{t('intro')}</p>
      <QueryView query={reminders} lines={6}>
        {(settings) => (
          <>
            <p className={fieldRowStyles.text}>
              {t('time_zone', { name: settings.time_zone })}{' '}
              <Link to={hrefTo('/settings/zone')}>{t('change_time_zone')}</Link>
            </p>
            <MailServerForm reminders={settings} />
            {settings.mail_server === undefined ? null : <TestMail />}
            <Webhooks reminders={settings} />
            <People people={settings.people} />
          </>
        )}
      </QueryView>
    </>
  );
}
