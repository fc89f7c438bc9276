import { type FormEvent, useState } from 'react';
import { emailChannel } from '#contract/reminders/constants.ts';
import type { OwnDigest, OwnDigestChoice } from '#contract/reminders/schemas.ts';
import { reportFileFormats, type ReportFileFormat } from '#domain/zone/report/report-schedule.ts';
import { compact } from '#domain/values/compact.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { Button } from '#web/ui/controls/button.tsx';
import { Field, SelectField } from '#web/ui/controls/field.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { DeliveryState } from '#web/features/reminders/delivery-state.tsx';
import { digestLabels, ownDigestLabels } from '#web/features/reminders/labels/index.ts';
import { useChooseDigest, useOwnDigest } from '#web/features/reminders/queries.ts';
import * as fieldRowStyles from '#web/ui/controls/field-row.module.css';
import { ScheduleFields } from '#web/features/reminders/schedule-fields.tsx';
import { OwnCalendars } from './own-calendars.tsx';

/** The values of the form: a report may be chosen and removed again. */
type DigestForm = Omit<OwnDigestChoice, 'report'> & {
  readonly report?: ReportFileFormat | undefined;
};
type DigestChange = Partial<DigestForm>;
interface ChannelFieldsProps {
  readonly own: OwnDigest;
  readonly choice: DigestForm;
  readonly onChange: (change: DigestChange) => void;
  readonly isWrong: boolean;
}
/** The channel, mail or a webhook, and the address of mails. */
function ChannelFields({ own, choice, onChange, isWrong }: ChannelFieldsProps) {
  const t = useLabels(ownDigestLabels);
  return (
    <>
      <SelectField
        label={t('channel')}
        value={choice.channel}
        onChange={(event) => onChange({ channel: event.target.value })}
      >
        {own.channels.map(({ id, name = t('email') }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      {choice.channel === emailChannel ? (
        <MailFields own={own} choice={choice} onChange={onChange} isWrong={isWrong} />
      ) : null}
    </>
  );
}

/** The address of mails, and the file of a closed month that they include. */
function MailFields({ own, choice, onChange, isWrong }: ChannelFieldsProps) {
  const t = useLabels(ownDigestLabels);
  const domains = own.domains.join(', ');
  return (
    <>
      <Field
        label={t('address')}
        hint={t('address_hint', { domains })}
        error={isWrong ? t('wrong_address', { domains }) : undefined}
        type="email"
        autoComplete="email"
        required
        maxLength={254}
        value={choice.address ?? ''}
        onChange={(event) => onChange({ address: event.target.value })}
      />
      <SelectField
        label={t('report')}
        hint={t('report_hint')}
        value={choice.report ?? ''}
        onChange={(event) =>
          onChange({ report: reportFileFormats.find((one) => one === event.target.value) })
        }
      >
        <option value="">{t('report_none')}</option>
        {reportFileFormats.map((format) => (
          <option key={format} value={format}>
            {t(format)}
          </option>
        ))}
      </SelectField>
    </>
  );
}

function OwnDigestForm({ own }: { readonly own: OwnDigest }) {
  const t = useLabels(digestLabels);
  const language = useLanguage();
  const choose = useChooseDigest();
  const [first] = own.channels;
  const channel = own.channels.some(({ id }) => id === own.channel) ? own.channel : first?.id;
  const [choice, setChoice] = useState<DigestForm>({
    frequency: own.frequency,
    weekday: own.weekday,
    // nothing has been chosen: the language of the page
    language: own.version === 0 ? language : own.language,
    channel: channel ?? emailChannel,
    ...compact({ address: own.address, report: own.report }),
  });
  const failure = choose.isError ? toProblem(choose.error) : undefined;
  const isWrong = failure?.problem?.errors?.some(({ path }) => path === 'address') ?? false;
  const change = (part: DigestChange) => {
    choose.reset();
    setChoice({ ...choice, ...part });
  };
  const send = (event: FormEvent) => {
    event.preventDefault();
    const { address, report, ...rest } = choice;
    const ownAddress = rest.channel === emailChannel && address !== '' ? address : undefined;
    choose.mutate({
      choice: { ...rest, ...compact({ address: ownAddress, report }) },
      version: own.version,
    });
  };
  return (
    <form onSubmit={send} noValidate>
      <div className={fieldRowStyles.row}>
        <ScheduleFields value={choice} onChange={change} />
        {choice.frequency === 'off' ? null : (
          <ChannelFields own={own} choice={choice} onChange={change} isWrong={isWrong} />
        )}
      </div>
      {failure === undefined || isWrong ? null : <ErrorPanel failure={failure} />}
      <div className={fieldRowStyles.row}>
        <Button type="submit" disabled={choose.isPending}>
          {t('save')}
        </Button>
        <span role="status">{choose.isSuccess ? t('saved') : null}</span>
      </div>
      {own.delivery === undefined ? null : (
        <p>
          <DeliveryState delivery={own.delivery} />
        </p>
      )}
    </form>
  );
}

/** The digest and the calendars of the account. */
export function OwnDigestSection() {
  const t = useLabels(ownDigestLabels);
  const query = useOwnDigest();
  return (
    <section>
      <h2>{t('title')}</h2>
      <p className={fieldRowStyles.text}>{t('text')}</p>
      <QueryView query={query} lines={4}>
        {(own) => (
          <>
            {own.channels.length === 0 ? (
              <Notice>{t('no_channel')}</Notice>
            ) : (
              <OwnDigestForm own={own} />
            )}
            <OwnCalendars calendars={own.calendars} />
          </>
        )}
      </QueryView>
    </section>
  );
}
