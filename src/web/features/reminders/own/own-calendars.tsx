import { zoneDay } from '#web/i18n/zone-time.ts';
import type { CalendarFeed } from '#contract/reminders/schemas.ts';
import { formatDate } from '#domain/values/format.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Field } from '#web/ui/controls/field.tsx';
import { type Column, DataTable } from '#web/ui/display/data-table.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import * as textStyles from '#web/ui/text.module.css';
import { ownDigestLabels } from '#web/features/reminders/labels/index.ts';
import { useEndCalendar, useMakeCalendar } from '#web/features/reminders/queries.ts';
import { useCopy } from '#web/ui/use-copy.ts';
import * as remindersStyles from '#web/features/reminders/reminders.module.css';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';

/** The address of a new calendar, with a copy button. It is shown once. */
function NewAddress({ address }: { readonly address: string }) {
  const t = useLabels(ownDigestLabels);
  const { status, copy } = useCopy();
  return (
    <div role="status">
      <p className={fieldRowStyles.text}>{t('made')}</p>
      <div className={fieldRowStyles.row}>
        <Field
          label={t('calendar_address')}
          readOnly
          value={address}
          onFocus={(event) => event.target.select()}
        />
        <Button icon="link" onClick={() => copy(address)}>
          {t('copy')}
        </Button>
        <span>{status === undefined ? null : t(status)}</span>
      </div>
    </div>
  );
}

function CalendarTable({ calendars }: { readonly calendars: readonly CalendarFeed[] }) {
  const t = useLabels(ownDigestLabels);
  const language = useLanguage();
  const end = useEndCalendar();
  const day = (moment: string): string => formatDate(zoneDay(moment), language, 'long');
  const columns: readonly Column<CalendarFeed>[] = [
    { id: 'created', label: t('created'), head: true, cell: (feed) => day(feed.created_at) },
    {
      id: 'used',
      label: t('used'),
      cell: ({ used_on }) => (used_on === undefined ? t('not_used') : day(used_on)),
    },
    {
      id: 'end',
      right: true,
      label: <span className={textStyles.visuallyHidden}>{t('end')}</span>,
      cell: ({ id }) => (
        <Button quiet disabled={end.isPending} onClick={() => end.mutate(id)}>
          {t('end')}
        </Button>
      ),
    },
  ];
  return (
    <>
      <DataTable
        stacks
        caption={t('calendars')}
        rows={calendars}
        rowKey={(feed) => feed.id}
        columns={columns}
      />
      {end.isError ? <ErrorPanel failure={toProblem(end.error)} /> : null}
    </>
  );
}

/** The calendars of the account, and the button that makes one. */
export function OwnCalendars({ calendars }: { readonly calendars: readonly CalendarFeed[] }) {
  const t = useLabels(ownDigestLabels);
  const language = useLanguage();
  const make = useMakeCalendar();
  const address = make.data?.address;
  return (
    <div className={remindersStyles.part}>
      <h3>{t('calendars')}</h3>
      <p className={fieldRowStyles.text}>{t('calendars_text')}</p>
      <div className={fieldRowStyles.row}>
        <Button disabled={make.isPending} onClick={() => make.mutate(language)}>
          {t('make')}
        </Button>
      </div>
      {make.isError ? <ErrorPanel failure={toProblem(make.error)} /> : null}
      {address === undefined ? null : (
        <NewAddress
          address={address.startsWith('/') ? `${window.location.origin}${address}` : address}
        />
      )}
      {calendars.length === 0 ? null : <CalendarTable calendars={calendars} />}
    </div>
  );
}
