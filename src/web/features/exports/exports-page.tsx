import { writeNotKnown } from '#domain/labels/index.ts';
import { useState } from 'react';
import { Link } from '#web/ui/controls/link.tsx';
import { type DocumentFile, documentFiles } from '#contract/exports/constants.ts';
import type { DocumentEntry, DocumentList } from '#contract/exports/schemas.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import { isLanguage, type Language } from '#domain/values/language.ts';
import { useDocuments } from './queries.ts';
import { useSession } from '#web/data/view-queries.ts';
import { documentsLabels } from '#web/features/exports/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { PeriodWithData } from '#web/features/exports/parts/period-without-data.tsx';
import { useMayExport } from '#web/data/overview-of-view.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { documentAddress, documentQuery, takesCurrency } from './document-address.ts';
import { Choices } from '#web/features/exports/parts/document-options.tsx';
import { CsvFormChoice, type CsvForm } from '#web/features/exports/parts/csv-form.tsx';
import { DocumentDownload } from '#web/features/exports/parts/document-download.tsx';
import * as exportsStyles from './exports.module.css';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** Chooses one of the documents that the reader may download. */
function DocumentChoice({
  files,
  value,
  onChoose,
}: {
  readonly files: readonly DocumentFile[];
  readonly value: DocumentFile;
  readonly onChoose: (file: DocumentFile) => void;
}) {
  const t = useLabels(documentsLabels);
  return (
    <fieldset className={exportsStyles.documents}>
      <legend>{t('document')}</legend>
      {files.map((file) => (
        <label key={file} className={exportsStyles.document}>
          <input
            type="radio"
            name="document"
            value={file}
            checked={file === value}
            onChange={() => onChoose(file)}
          />
          <span>
            <b>{t('name', { file })}</b>
            <small>{t('hint', { file })}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The day, projects and parts of the chosen document. */
function Contents({ list, entry }: { readonly list: DocumentList; readonly entry: DocumentEntry }) {
  const t = useLabels(documentsLabels);
  const language = useLanguage();
  const day = (date: string): string => formatDate(date, language, 'long');
  const { projects, projects_total: total } = list;
  const isReport = entry.file.startsWith('report.');
  const whole = isReport || projects === total;
  return (
    <section className={exportsStyles.contents}>
      <h2>{t('contains')}</h2>
      <p>
        {t('shows', { day: day(list.as_of) })}
        {list.compare === undefined
          ? null
          : `${t('clause')}${t('compared', { day: day(list.compare) })}`}
        {t('stop')}
        {total === undefined || projects === undefined
          ? writeNotKnown(list, language)
          : whole
            ? t('all_projects', { all: formatCount(total, language) })
            : t('projects', {
                shown: formatCount(projects, language),
                all: formatCount(total, language),
              })}
      </p>
      <ul>
        {entry.parts.map((part) => (
          <li key={part}>{t(isReport ? 'section' : 'part', { part })}</li>
        ))}
      </ul>
      {list.data_status === 'illustrative' ? (
        <p className={exportsStyles.example}>{t('invented')}</p>
      ) : null}
    </section>
  );
}

/**
 * Chooses a document with its period, language and projects, shows its contents and downloads it.
 */
function Form({ files }: { readonly files: readonly DocumentFile[] }) {
  const t = useLabels(documentsLabels);
  const page = useLanguage();
  const { view, hrefTo } = useViewState();
  const mayExport = useMayExport();
  const [choice, setChoice] = useState<DocumentFile>(mayExport ? 'pack.zip' : 'report.pdf');
  const [language, setLanguage] = useState<Language>(page);
  const [csv, setCsv] = useState<CsvForm>('excel');
  const { lang: _lang, ...state } = documentQuery(view, choice, language);
  const list = useDocuments(state);
  // The server offers only documents that it can make.
  const availableFiles = list.data?.items.map((item) => item.file);
  const offeredFiles = files.filter(
    (one) => availableFiles === undefined || availableFiles.includes(one),
  );
  const file = offeredFiles.includes(choice) ? choice : (offeredFiles[0] ?? choice);
  const query = documentQuery(view, file, language);
  const report = file.startsWith('report.');
  return (
    <div className={exportsStyles.page}>
      <DocumentChoice files={offeredFiles} value={file} onChoose={setChoice} />
      <div className="choice">
        <PeriodWithData failure={list.failureReason}>
          <QueryView query={list} lines={8}>
            {(data) => {
              const entry = data.items.find((item) => item.file === file);
              return (
                <>
                  <Choices
                    list={data}
                    language={language}
                    onLanguage={(next) => isLanguage(next) && setLanguage(next)}
                    filters={!report}
                    currencies={takesCurrency(file)}
                  />
                  {file.endsWith('.csv') ? <CsvFormChoice form={csv} onChange={setCsv} /> : null}
                  {entry === undefined ? null : <Contents list={data} entry={entry} />}
                  <div className={textStyles.row}>
                    {entry === undefined ? null : !report && data.projects === 0 ? (
                      <p className="bad">{t('none_left')}</p>
                    ) : (
                      <DocumentDownload
                        key={file}
                        href={documentAddress(file, query, csv === 'excel')}
                      />
                    )}
                    {report ? (
                      <Link
                        className={controlsStyles.button}
                        to={hrefTo('/report', { period: view.period })}
                      >
                        {t('open_page')}
                      </Link>
                    ) : null}
                  </div>
                  {mayExport ? null : <p className={textStyles.quiet}>{t('viewer')}</p>}
                </>
              );
            }}
          </QueryView>
        </PeriodWithData>
      </div>
    </div>
  );
}

/** Downloads of whole documents. */
export function ExportsPage() {
  const t = useLabels(documentsLabels);
  const session = useSession();
  const mayExport = useMayExport();
  const files = documentFiles.filter((file) => mayExport || file.startsWith('report.'));
  return (
    <>
      <p className={exportsStyles.intro}>{t('intro')}</p>
      {session.data === undefined ? null : <Form files={files} />}
    </>
  );
}
