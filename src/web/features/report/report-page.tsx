import { compact } from '#domain/values/compact.ts';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { Overview } from '#domain/overview/overview.ts';
import type { Report, ReportBlock, ReportTable } from '#domain/report/report.ts';
import { useReport } from '#web/features/exports/queries.ts';
import { useSession } from '#web/data/view-queries.ts';
import { documentsLabels } from '#web/features/exports/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { chartFile } from '#web/figures/chart-file-address.ts';
import { NoData } from '#web/features/overview/parts/no-data.tsx';
import { PeriodWithData } from '#web/features/exports/parts/period-without-data.tsx';
import { QueryView } from '#web/loading/query-view.tsx';
import { useCopy } from '#web/ui/use-copy.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Explained, type ExplainedFigure, ofFigure } from '#web/ui/display/explained.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { documentQuery } from '#web/features/exports/document-address.ts';
import { findChart, comparesDays, isChartId } from '#charts/registry.ts';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as reportStyles from './report.module.css';
import * as textStyles from '#web/ui/text.module.css';

type Of<K extends ReportBlock['kind']> = Extract<ReportBlock, { kind: K }>;

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
/** A figure of the day of the report, whatever day the address has. */
const atDay = ({ measure, of }: ExplainedFigure, { as_of }: Overview): ExplainedFigure => ({
  measure,
  of: `as_of=${as_of}${of === undefined ? '' : `&${of}`}`,
});

/** Characters that fit on a line: a day, a figure, a status. */
const shortLength = 14;
const Cell = ({
  text = '',
  lang,
}: {
  readonly text: string | undefined;
  /** Of a name in another language than the report. */
  readonly lang: string | undefined;
}) =>
  text.length > shortLength && lang === undefined ? (
    text
  ) : (
    <span className={text.length > shortLength ? undefined : textStyles.noWrap} lang={lang}>
      {text}
    </span>
  );

/** The number and the name of a table or a figure, as its document has them. */
const Caption = ({
  label,
  text,
}: {
  readonly label: string | undefined;
  readonly text: string;
}) => <h4>{label === undefined ? text : `${label}　${text}`}</h4>;

function Table({ caption, table }: { readonly caption: string; readonly table: ReportTable }) {
  return (
    <>
      <DataTable<{
        readonly key: string;
        readonly cells: readonly string[];
        readonly lang?: string | undefined;
      }>
        dense
        caption={caption}
        rows={table.rows.map((cells, index) => ({
          key: String(index),
          cells,
          lang: table.languages?.[index] ?? undefined,
        }))}
        rowKey={({ key }) => key}
        columns={table.columns.map(({ label, right }, index) => ({
          id: String(index),
          label,
          right,
          head: index === 0,
          cell: ({ cells, lang }) => (
            <Cell text={cells[index]} lang={index === 0 ? lang : undefined} />
          ),
        }))}
      />
      {table.more === undefined ? null : <p className={textStyles.quiet}>{table.more}</p>}
    </>
  );
}

const picture = { width: '620', height: '437' } as const;

/** A saved chart, drawn as its own query says. */
function SavedFigure({
  block,
  saved,
}: {
  readonly block: Of<'figure'>;
  readonly saved: NonNullable<Of<'figure'>['saved']>;
}) {
  const language = useLanguage();
  const address = chartFile(block.chart, 'svg', {
    ...saved.query,
    saved: saved.id,
    lang: language,
    theme: 'light',
    size: 'half_a4',
  });
  return (
    <figure>
      <Caption label={block.label} text={saved.title} />
      <img src={address} alt={saved.alt} {...picture} />
      {block.table === undefined ? null : <Table caption={saved.title} table={block.table} />}
    </figure>
  );
}

/**
 * The figure as the report's PDF has it: the drawing of the same address, then the rows that it
 * draws.
 */
function Figure({
  block,
  overview,
  knownAt,
}: {
  readonly block: Of<'figure'>;
  readonly overview: Overview;
  readonly knownAt: string | undefined;
}) {
  const language = useLanguage();
  const { view } = useViewState();
  if (block.saved !== undefined) return <SavedFigure block={block} saved={block.saved} />;
  if (!isChartId(block.chart)) return null;
  const options = block.measure === undefined ? {} : { measure: block.measure };
  const words = findChart(block.chart).words(overview, { language, options });
  const figure = findChart(block.chart).explains(overview, { language, options });
  const compare = overview.compare ?? 'none';
  const address = chartFile(block.chart, 'svg', {
    as_of: overview.as_of,
    known_at: knownAt ?? view.known_at,
    compare,
    plan: view.plan,
    ...compact({
      cur:
        overview.beside === undefined || comparesDays(block.chart)
          ? undefined
          : overview.beside.currency,
    }),
    lang: language,
    theme: 'light',
    size: 'half_a4',
    ...options,
  });
  return (
    <figure data-figure={block.chart}>
      {block.label === undefined ? null : <Caption label={block.label} text={words.title} />}
      <Explained {...atDay(ofFigure(figure), overview)}>
        <img src={address} alt={words.alt} {...picture} />
      </Explained>
      {block.table === undefined ? null : <Table caption={words.title} table={block.table} />}
    </figure>
  );
}

function Block({
  block,
  overview,
  heading,
  knownAt,
}: {
  readonly block: ReportBlock;
  readonly overview: Overview;
  readonly knownAt: string | undefined;
  readonly heading: string;
}) {
  switch (block.kind) {
    case 'text':
      return <p className={block.note === true ? reportStyles.note : undefined}>{block.text}</p>;
    case 'list':
      return (
        <ul>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <>
          {block.caption === heading ? null : <Caption label={block.label} text={block.caption} />}
          <Table caption={block.caption} table={block.table} />
        </>
      );
    case 'figure':
      return <Figure block={block} overview={overview} knownAt={knownAt} />;
  }
}

function Paper({ report, overview }: { readonly report: Report; readonly overview: Overview }) {
  return (
    <article className={reportStyles.paper} data-theme="light">
      <header>
        {report.warning === undefined ? null : (
          <p className={reportStyles.warning}>{report.warning}</p>
        )}
        <h2>{report.title}</h2>
        <p className={textStyles.quiet} data-words>
          {report.subtitle}
        </p>
      </header>
      {report.sections.map(({ id, number, heading, blocks }) => (
        <section
          key={id}
          data-figure={opens[id] === undefined ? undefined : id}
          data-words={opens[id] === undefined && id !== 'figures' ? true : undefined}
          className={
            id === 'figures'
              ? reportStyles.figures
              : id === 'definitions'
                ? reportStyles.definitions
                : undefined
          }
        >
          <h3>
            {number}
            {opens[id] === undefined ? (
              heading
            ) : (
              <Explained {...atDay(opens[id](overview), overview)}>{heading}</Explained>
            )}
          </h3>
          {blocks.map((block, index) => (
            <Block
              key={`${id} ${String(index)}`}
              block={block}
              overview={overview}
              heading={heading}
              knownAt={report.known_at}
            />
          ))}
        </section>
      ))}
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
  );
}

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

/**
 * The report of a period on a page that prints well; the same content as its PDF and its slides.
 */
export function ReportPage() {
  const t = useLabels(documentsLabels);
  const language = useLanguage();
  const session = useSession();
  const { view, hrefTo } = useViewState();
  const report = useReport(documentQuery(view, 'report.pdf', language));
  if (session.data?.origin === null) return <NoData />;
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
      {report.data === undefined ? null : <CopyMessages messages={report.data.report.messages} />}
      <PeriodWithData failure={report.failureReason}>
        <QueryView query={report} lines={16}>
          {(data) => <Paper report={data.report} overview={data.overview} />}
        </QueryView>
      </PeriodWithData>
    </div>
  );
}
