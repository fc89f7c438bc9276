import { compact } from '#domain/values/compact.ts';
import { projectFilterFields } from '#domain/overview/register-filter.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ReportBlock, ReportTable } from '#domain/report/report.ts';
import { useLanguage } from '#web/i18n/text.ts';
import { chartFile } from '#web/figures/chart-file-address.ts';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import { ExplainableFigure, ExplainScope, ofFigure } from '#web/ui/display/explained.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { findChart, comparesDays, isChartId } from '#charts/registry.ts';
import { Cell, Words } from './report-words.tsx';
import * as reportStyles from './report.module.css';
import * as textStyles from '#web/ui/text.module.css';

type Of<K extends ReportBlock['kind']> = Extract<ReportBlock, { kind: K }>;

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
  <h4 data-words={says === undefined ? true : undefined} data-says={says}>
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
      {table.more === undefined ? null : (
        <p data-listed className={textStyles.quiet}>
          {table.more}
        </p>
      )}
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

/** One text, list, table or figure of the report, as its PDF has it. */
export function Block({
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
