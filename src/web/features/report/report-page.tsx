import { compact } from '#domain/values/compact.ts';
import { Link } from '#web/ui/controls/link.tsx';
import type { Overview } from '#domain/overview/overview.ts';
import type { Report } from '#domain/report/report.ts';
import { buildPath } from '#contract/core/path.ts';
import { zoneEndpoints } from '#contract/zone/endpoints.ts';
import { useReport } from '#web/features/exports/queries.ts';
import { useZone } from '#web/data/queries.ts';
import { orderSections } from '#domain/zone/report/report-template.ts';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { documentsLabels } from '#web/features/exports/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { PeriodWithData } from '#web/features/exports/parts/period-without-data.tsx';
import { QueryView } from '#web/loading/query-view.tsx';
import { Button } from '#web/ui/controls/button.tsx';
import {
  ExplainableFigure,
  type ExplainedFigure,
  ExplainScope,
  ofFigure,
} from '#web/ui/display/explained.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { documentQuery } from '#web/features/exports/document-address.ts';
import { findChart } from '#charts/registry.ts';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import { NamesContext } from './report-words.tsx';
import { Block } from './report-block.tsx';
import * as reportStyles from './report.module.css';
import * as textStyles from '#web/ui/text.module.css';
import { useState } from 'react';
import { useCopy } from '#web/ui/use-copy.ts';

/** Copies the report as text for a message. */
function CopyMessages({ messages }: Pick<Report, 'messages'>) {
  const t = useLabels(documentsLabels);
  const { status, copy } = useCopy();
  const [text, setText] = useState<string>();
  const copyMessage = (which: keyof Report['messages']) => () => {
    setText(messages[which]);
    copy(messages[which]);
  };
  const isCopied = (message: string): boolean => status === 'copied' && text === message;
  return (
    <div className={textStyles.row}>
      <Button onClick={copyMessage('sentence')}>
        {t(isCopied(messages.sentence) ? 'copied' : 'copy_sentence')}
      </Button>
      <Button onClick={copyMessage('page')}>
        {t(isCopied(messages.page) ? 'copied' : 'copy_page')}
      </Button>
      <span role="status">{status === 'copy_failed' ? t(status) : ''}</span>
    </div>
  );
}

/** The figure that each section of the report opens. */
const opens: Readonly<Record<string, (overview: Overview) => ExplainedFigure>> = {
  statement: () => ({ measure: 'established_projects' }),
  ledger: ({ main_measure }) => ({ measure: 'verdict', of: `target=${main_measure}` }),
  outlook: ({ main_measure }) => ({ measure: 'outlook_ceiling', of: `target=${main_measure}` }),
  projects: () => ({ measure: 'listed_projects' }),
  changes: (overview) =>
    ofFigure(findChart('changes').explains(overview, { language: 'en', options: {} })),
  problems: () => ({ measure: 'needs_action' }),
};
/** The logo of the zone's reports. Its size is that of the picture, so that nothing moves. */
function Logo({ logo: { sha256, alt, width, height } }: Required<Pick<Report['issued'], 'logo'>>) {
  const address = buildPath(zoneEndpoints.logo, { hash: sha256 });
  return (
    <img className={reportStyles.logo} src={address} alt={alt} width={width} height={height} />
  );
}

function Paper({ report, overview }: { readonly report: Report; readonly overview: Overview }) {
  return (
    <NamesContext value={report.foreign_names ?? []}>
      <article className={reportStyles.paper} data-theme="light">
        <header>
          {report.issued.logo === undefined ? null : <Logo logo={report.issued.logo} />}
          {report.warning === undefined ? null : (
            <p className={reportStyles.warning}>{report.warning}</p>
          )}
          <h2>{report.title}</h2>
          <p className={textStyles.quiet} data-words>
            {report.subtitle}
          </p>
        </header>
        <ExplainScope value={compact({ as_of: overview.as_of, known_at: report.known_at })}>
          {report.sections.map(({ id, number, heading, blocks }) => (
            <section
              key={id}
              data-figure={opens[id] === undefined ? undefined : id}
              data-words={opens[id] === undefined && id !== 'figures' ? true : undefined}
              className={id === 'figures' ? reportStyles.figures : undefined}
            >
              <h3>
                {number}
                {opens[id] === undefined ? (
                  heading
                ) : (
                  <ExplainableFigure {...opens[id](overview)}>{heading}</ExplainableFigure>
                )}
              </h3>
              {blocks.map((block, index) => (
                <Block
                  key={`${id} ${String(index)}`}
                  block={block}
                  says={opens[id]?.(overview).measure}
                  overview={overview}
                  heading={heading}
                  knownAt={report.known_at}
                />
              ))}
            </section>
          ))}
        </ExplainScope>
        {report.issued.contact === undefined ? null : <p data-words>{report.issued.contact}</p>}
        <p className={reportStyles.signature} data-words>
          {report.issued.by}
          <br />
          {report.issued.signature === undefined ? null : (
            <>
              {report.issued.signature}
              <br />
            </>
          )}
          {report.issued.day}
        </p>
        <footer data-words>{report.foot}</footer>
      </article>
    </NamesContext>
  );
}

/** Says on the page, not in the files, that the report has no next steps. */
function MissingSteps({ report: { sections } }: { readonly report: Report }) {
  const t = useLabels(documentsLabels);
  const { hrefTo } = useViewState();
  const template = useZone().data?.report;
  const hasSteps = sections.some(({ id }) => id === 'next');
  if (hasSteps || !orderSections(template).includes('next')) return null;
  return (
    <div className={textStyles.row}>
      <Notice>
        {t('no_steps')} <Link to={hrefTo('/month')}>{t('no_steps_page')}</Link>
      </Notice>
    </div>
  );
}

/**
 * The report of a period on a page that prints well, with the content of its PDF and slides.
 */
export function ReportPage() {
  const t = useLabels(documentsLabels);
  const language = useLanguage();
  const { view, hrefTo } = useViewState();
  const report = useReport(documentQuery(view, 'report.pdf', language));
  return (
    <div className={reportStyles.report}>
      <div className={textStyles.row}>
        <Button icon="print" primary onClick={() => window.print()}>
          {t('print')}
        </Button>
        <Link className={controlsStyles.button} to={hrefTo('/exports', { period: view.period })}>
          {t('back')}
        </Link>
      </div>
      {report.data === undefined ? null : <MissingSteps report={report.data.report} />}
      {report.data === undefined ? null : <CopyMessages messages={report.data.report.messages} />}
      <PeriodWithData failure={report.failureReason}>
        <QueryView query={report} lines={16}>
          {(data) => <Paper report={data.report} overview={data.overview} />}
        </QueryView>
      </PeriodWithData>
    </div>
  );
}
