import { compact } from '#domain/values/compact.ts';
import { useQuery } from '@tanstack/react-query';
import type { ReportDelivery } from '#contract/report-files/schemas.ts';
import { pageQueryKeys } from '#contract/page-query-keys.ts';
import { reportFileEndpoints } from '#contract/report-files/endpoints.ts';
import {
  reportFileFormats,
  type ReportFileFormat,
  type ReportSchedule,
} from '#domain/zone/report/report-schedule.ts';
import { formatCount, formatMonth } from '#domain/values/format.ts';
import { languages, type Language } from '#domain/values/language.ts';
import { call } from '#web/data/transport.ts';
import { scheduleLabels } from '#web/features/zone/labels/schedule/index.ts';
import { languageNames } from '#web/i18n/languages.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { Checkbox } from '#web/ui/controls/field.tsx';
import { momentText } from '#web/ui/time/moment-text.ts';
import * as reportFieldsStyles from './report-fields.module.css';

const formatNames: Readonly<Record<ReportFileFormat, string>> = {
  pdf: 'PDF',
  docx: 'Word (DOCX)',
  pptx: 'PowerPoint (PPTX)',
};

/** The files of one closed month: written, or why not and when the next try is. */
function Delivery({ delivery }: { readonly delivery: ReportDelivery }) {
  const t = useLabels(scheduleLabels);
  const language = useLanguage();
  const { period, state, at, next_try_at, error, files = 0 } = delivery;
  const month = formatMonth(period, language, 'long');
  const moment = (text: string): string => momentText(text, language);
  if (state === 'written')
    return (
      <li>{t('files_written', { month, count: formatCount(files, language), at: moment(at) })}</li>
    );
  if (error === undefined || next_try_at === undefined)
    return <li>{t('files_writing', { month })}</li>;
  return (
    <li className={reportFieldsStyles.fault}>
      {t('files_failed', { month, why: t(`folder_${error}`), next: moment(next_try_at) })}
    </li>
  );
}

/** Whether the server has a folder for reports, and the last files in it. */
function Deliveries() {
  const t = useLabels(scheduleLabels);
  const query = useQuery({
    queryKey: pageQueryKeys.reportFiles(),
    queryFn: ({ signal }) => call(reportFileEndpoints.reportFiles, { signal }),
  });
  return (
    <QueryView query={query} lines={1}>
      {({ folder, items }) => (
        <>
          {folder ? null : <p>{t('no_folder')}</p>}
          {items.length === 0 ? null : (
            <ul className={reportFieldsStyles.deliveries}>
              {items.map((delivery) => (
                <Delivery key={delivery.period} delivery={delivery} />
              ))}
            </ul>
          )}
        </>
      )}
    </QueryView>
  );
}

/** Adds or removes an entry of a list, in the order of all. */
const toggle = <T extends string>(all: readonly T[], list: readonly T[], one: T): readonly T[] =>
  all.filter((entry) => (entry === one ? !list.includes(entry) : list.includes(entry)));

/**
 * The choice of files that are written when a month is closed. Without a format or a language:
 * none.
 */
export function ScheduleFields({
  schedule,
  onChange,
}: {
  readonly schedule: ReportSchedule | undefined;
  readonly onChange: (schedule: ReportSchedule | undefined) => void;
}) {
  const t = useLabels(scheduleLabels);
  const own = useLanguage();
  const { formats = [], languages: chosenLanguages = [], notes } = schedule ?? {};
  const put = (next: ReportSchedule) =>
    onChange(next.formats.length === 0 || next.languages.length === 0 ? undefined : next);
  const withNotes = notes === undefined ? {} : { notes };
  const chooseFormat = (format: ReportFileFormat) =>
    put({
      formats: toggle(reportFileFormats, formats, format),
      languages: chosenLanguages.length === 0 ? [own] : chosenLanguages,
      ...withNotes,
    });
  const chooseLanguage = (language: Language) =>
    put({
      formats: formats.length === 0 ? ['pdf'] : formats,
      languages: toggle(languages, chosenLanguages, language),
      ...withNotes,
    });
  return (
    <fieldset className={reportFieldsStyles.schedule}>
      <legend>{t('schedule')}</legend>
      <p>{t('schedule_hint')}</p>
      <div>
        {reportFileFormats.map((format) => (
          <Checkbox
            key={format}
            label={formatNames[format]}
            checked={formats.includes(format)}
            onChange={() => chooseFormat(format)}
          />
        ))}
      </div>
      <div>
        {languages.map((language) => (
          <Checkbox
            key={language}
            label={<span lang={language}>{languageNames[language]}</span>}
            checked={chosenLanguages.includes(language)}
            onChange={() => chooseLanguage(language)}
          />
        ))}
      </div>
      {schedule === undefined ? null : (
        <Checkbox
          label={t('schedule_notes')}
          hint={t('schedule_notes_hint')}
          checked={notes === true}
          onChange={({ target }) =>
            put({
              formats,
              languages: chosenLanguages,
              ...compact({ notes: target.checked ? true : undefined }),
            })
          }
        />
      )}
      <Deliveries />
    </fieldset>
  );
}
