import { compact } from '#domain/values/compact.ts';
import { Link } from '#web/ui/controls/link.tsx';
import { projectFilterFields } from '#domain/overview/register-filter.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Report, ReportBlock, ReportTable } from '#domain/report/report.ts';
import { buildPath } from '#contract/core/path.ts';
import { zoneEndpoints } from '#contract/zone/endpoints.ts';
import { useReport } from '#web/features/exports/queries.ts';
import { useZone } from '#web/data/queries.ts';
import { useSession } from '#web/data/view-queries.ts';
import { orderSections } from '#domain/zone/report/report-template.ts';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { documentsLabels } from '#web/features/exports/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { chartFile } from '#web/figures/chart-file-address.ts';
import { NoData } from '#web/features/overview/parts/no-data.tsx';
import { PeriodWithData } from '#web/features/exports/parts/period-without-data.tsx';
import { QueryView } from '#web/loading/query-view.tsx';
import { Button } from '#web/ui/controls/button.tsx';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import {
  ExplainableFigure,
  type ExplainedFigure,
  ExplainScope,
  ofFigure,
} from '#web/ui/display/explained.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { documentQuery } from '#web/features/exports/document-address.ts';
import { findChart, comparesDays, isChartId } from '#charts/registry.ts';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import { CopyMessages } from './copy-messages.tsx';
import { Cell, NamesContext, Words } from './report-words.tsx';
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
/** The number and the name of a table or a figure, as its document has them. */
const Caption = ({
  label,
  text,
  says,
}: {
  readonly label: string | undefined;
  readonly text: string;
  /** The measure of its figures; omitted where it only names. */
  readonly says?: string;
}) => (
  <h4 {...(says === undefined ? { 'data-words': true } : { 'data-says': says })}>
    {label === undefined ? text : `${label}　${text}`}
  </h4>
);

/** A cell that opens the explanation of its figure, as of the day of the report. */
function FigureCell({ name, text }: { readonly name: string; readonly text: string | undefined }) {
  const [measure = '', of] = name.split('?');
  return (
    <ExplainableFigure measure={measure as MeasureId} of={of}>
      <Cell text={text} />
    </ExplainableFigure>
  );
}

function Table({
  caption,
  table,
  says,
}: {
  readonly caption: string;
  readonly table: ReportTable;
  /** The measure of its numbers, where its cells have none of their own. */
  readonly says?: string | undefined;
}) {
  const { figures } = table;
  return (
    <>
      <DataTable<{
        readonly key: string;
        readonly at: number;
        readonly cells: readonly string[];
      }>
        dense
        caption={caption}
        rows={table.rows.map((cells, at) => ({
          key: String(at),
          at,
          cells,
        }))}
        rowKey={({ key }) => key}
        columns={table.columns.map(({ label, right }, index) => ({
          id: String(index),
          label,
          right,
          head: index === 0,
          cell: ({ cells, at }) => {
            const name = figures?.[at]?.[index];
            if (name !== undefined && name !== null)
              return <FigureCell name={name} text={cells[index]} />;
            const text = <Cell text={cells[index]} />;
            return figures === undefined && says !== undefined ? (
              <span data-says={says}>{text}</span>
            ) : (
              text
            );
          },
        }))}
      />
      {table.more === undefined ? null : <p className={textStyles.quiet}>{table.more}</p>}
    </>
  );
}

const picture = { width: '620', height: '437' } as const;

/** The day and the projects of a saved chart. */
const scopeOf = (query: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    ['as_of', 'scenario', ...projectFilterFields].flatMap((name) =>
      query[name] === undefined ? [] : [[name, query[name]]],
    ),
  );

/** A saved chart, drawn by its own query. */
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
      {block.table === undefined ? null : (
        <ExplainScope value={scopeOf(saved.query)}>
          <Table caption={saved.title} table={block.table} />
        </ExplainScope>
      )}
    </figure>
  );
}

/**
 * The figure of the report's PDF: the drawing from the same address, then its rows.
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
      {block.label === undefined ? null : (
        <Caption label={block.label} text={words.title} says={figure.measure} />
      )}
      <ExplainableFigure {...ofFigure(figure)}>
        <img src={address} alt={words.alt} {...picture} />
      </ExplainableFigure>
      {block.table === undefined ? null : <Table caption={words.title} table={block.table} />}
    </figure>
  );
}

function Block({
  block,
  overview,
  heading,
  knownAt,
  says,
}: {
  readonly block: ReportBlock;
  readonly says: string | undefined;
  readonly overview: Overview;
  readonly knownAt: string | undefined;
  readonly heading: string;
}) {
  switch (block.kind) {
    case 'text':
      return (
        <p data-says={says} className={block.note === true ? reportStyles.note : undefined}>
          <Words text={block.text} />
        </p>
      );
    case 'list':
      return (
        <ul data-says={says}>
          {block.items.map((item) => (
            <li key={item}>
              <Words text={item} />
            </li>
          ))}
        </ul>
      );
    case 'table':
      return (
        <>
          {block.caption === heading ? null : <Caption label={block.label} text={block.caption} />}
          <Table caption={block.caption} table={block.table} says={says} />
        </>
      );
    case 'figure':
      return <Figure block={block} overview={overview} knownAt={knownAt} />;
  }
}

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
