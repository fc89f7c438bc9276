import { inBrackets } from '#domain/values/language.ts';
import { isUnknownDay, makeTable, writeWords } from '#charts/kit/write-words.ts';
import type { ReactNode } from 'react';
import type { ChartDefinition, ChartOptions, ChartWords } from '#charts/kit/definition.ts';
import {
  type CellFilters,
  type ChartTable,
  findFigure,
  type TableFigure,
} from '#charts/kit/table.ts';
import { Chart } from '#charts/figure/Chart.tsx';
import { cellText } from '#charts/kit/text/cell-text.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { figureLabels } from '#web/figures/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { WeakStatusChip } from '#web/ui/display/chip.tsx';
import { ExplainableFigure, ofFigure, useExplain } from '#web/ui/display/explained.tsx';
import { FiguredText } from './figured-text.tsx';
import { KeyItems } from './key-items.tsx';
import { DataTable } from '#web/ui/display/data-table.tsx';
import { Icon } from '#web/ui/display/icon.tsx';
import { SegmentChoice } from '#web/ui/controls/segmented.tsx';
import { Part } from '#web/loading/page-part.tsx';
import * as figureCardStyles from './figure-card.module.css';
import * as textStyles from '#web/ui/text.module.css';

type Cells = ChartTable['rows'][number];

/** A longer text has a wide column; that of many codes a wider one. */
const [longText, manyCodes] = [20, 100];
/** The style of a cell that is no number. */
function textStyle({ kind }: ChartTable['columns'][number], text: string): string | undefined {
  if (kind === 'number') return undefined;
  if (text.length <= longText) return textStyles.noWrap;
  return text.length > manyCodes ? figureCardStyles.codes : figureCardStyles.long;
}

/** The numbers drawn, as a table: newest month first where there are months. */
function FigureTable({
  title,
  table,
  toCell,
}: Pick<FigureCardProps, 'toCell'> & {
  readonly title: string;
  readonly table: ChartTable;
}) {
  const language = useLanguage();
  const monthly = table.columns.some((column) => column.kind === 'month');
  const rows = monthly ? table.rows.toReversed() : table.rows;
  return (
    <DataTable<{ readonly key: string; readonly cells: Cells }>
      dense
      caption={title}
      rows={rows.map((cells, index) => ({ key: String(index), cells }))}
      rowKey={(row) => row.key}
      columns={table.columns.flatMap((column, index) =>
        column.in_files
          ? []
          : {
              id: column.id,
              label:
                // a column without a unit has its label only
                column.label.includes(column.unit ?? '')
                  ? column.label
                  : `${column.label}${inBrackets(column.unit ?? '', language)}`,
              right: column.kind === 'number',
              head: index === 0,
              cell: (row) => {
                const text = cellText(table, row.cells, index, language);
                const at = Number(row.key);
                const figure = findFigure(table, monthly ? rows.length - 1 - at : at, index);
                if (figure !== undefined)
                  return <ExplainableFigure {...ofFigure(figure)}>{text}</ExplainableFigure>;
                const lead = toCell?.(text, table.leads?.[at]?.[index]) ?? text;
                const isName = index === 0 || (column.kind !== 'number' && column.is_rule);
                const style = textStyle(column, text);
                if (!isName && style === undefined) return lead;
                return (
                  <span data-words={isName ? '' : undefined} className={style}>
                    {lead}
                  </span>
                );
              },
            },
      )}
    />
  );
}

export interface FigureCardProps {
  readonly chart: ChartDefinition<unknown>;
  readonly overview: Overview;
  readonly options?: ChartOptions;
  readonly table: boolean;
  /** Omitted where the figure can't be switched, as in a copy. */
  readonly onTable?: ((table: boolean) => void) | undefined;
  /** The menu that exports the figure. */
  readonly tools?: ReactNode;
  /** The choice of a range, beside the subtitle. */
  readonly choice?: ReactNode;
  readonly onOpen?: (code: string) => void;
  readonly hint?: ReactNode;
  /** What stands in place of a drawing that is taller than a page, on paper. */
  readonly onPaper?: ReactNode;
  /** Makes the content of a cell of the table from its text and the filters of its projects. */
  readonly toCell?: ((text: string, lead: CellFilters | null | undefined) => ReactNode) | undefined;
}

/**
 * A figure, built from its definition: title, measure, tools, key, chart or table, source. An error
 * stays within it, and a drawing error leaves its labels.
 */
export const FigureCard = (props: FigureCardProps) => (
  <Part>
    <Card {...props} />
  </Part>
);

/** A word; on a phone, where the title needs the room, an icon that is read out as the word. */
const FormLabel = ({
  icon,
  words,
}: {
  readonly icon: 'chart' | 'table';
  readonly words: string;
}) => (
  <>
    <Icon name={icon} />
    <span>{words}</span>
  </>
);

/** The title of a figure, its tools and its measure. `id` is that of the heading. */
function CardHeader({
  id,
  words,
  title,
  table,
  onTable,
  tools,
  choice,
}: Pick<FigureCardProps, 'table' | 'onTable' | 'tools' | 'choice'> & {
  readonly id: string;
  readonly words: ChartWords;
  readonly title: TableFigure;
}) {
  const t = useLabels(figureLabels);
  return (
    <div className={figureCardStyles.header}>
      <h3 id={id}>
        <ExplainableFigure {...ofFigure(title)}>{words.title}</ExplainableFigure>
      </h3>
      <div className={figureCardStyles.tools}>
        {onTable === undefined ? null : (
          <SegmentChoice
            label={t('view')}
            value={table ? 'table' : 'chart'}
            onChange={(value) => onTable(value === 'table')}
            segments={[
              { value: 'chart', label: <FormLabel icon="chart" words={t('chart')} /> },
              { value: 'table', label: <FormLabel icon="table" words={t('table')} /> },
            ]}
          />
        )}
        {tools}
      </div>
      <div className={figureCardStyles.subtitle}>
        <span data-says={title.measure}>{words.subtitle}</span>
        {choice}
      </div>
    </div>
  );
}

function Card({
  chart,
  overview,
  options = {},
  table,
  onTable,
  tools,
  choice,
  onOpen,
  hint,
  onPaper,
  toCell,
}: FigureCardProps) {
  const language = useLanguage();
  const onExplain = useExplain();
  const context = { language, options };
  const { id } = chart;
  const words = writeWords(chart, overview, context);
  const title = chart.explains(overview, context);
  const frame = kitLabels[language];
  const heading = `figure-${id}${options.measure === undefined ? '' : `-${options.measure}`}`;
  return (
    <figure className={figureCardStyles.figure} data-figure={id} aria-labelledby={heading}>
      <CardHeader
        id={heading}
        words={words}
        title={title}
        table={table}
        onTable={onTable}
        tools={tools}
        choice={choice}
      />
      <Part>
        {words.key.length === 0 || table ? null : (
          <div className={figureCardStyles.key}>
            <KeyItems items={words.key} />
          </div>
        )}
        {table ? (
          <FigureTable
            title={words.title}
            table={makeTable(chart, overview, context)}
            toCell={toCell}
          />
        ) : isUnknownDay(chart, overview, context) ? null : (
          <Chart
            chart={chart}
            overview={overview}
            language={language}
            options={options}
            onOpen={onOpen}
            onExplain={onExplain}
          />
        )}
        {onPaper}
      </Part>
      {words.notes.map((note) => (
        <p key={note} className={textStyles.note} data-says={title.measure}>
          <FiguredText text={note} figures={words.note_figures?.[note]} />
        </p>
      ))}
      {hint === undefined ? null : (
        <p className={`${textStyles.note} ${textStyles.hint}`}>{hint}</p>
      )}
      <figcaption className={figureCardStyles.footer}>
        <WeakStatusChip status={words.data_status} />
        <span data-says={title.measure}>
          {[
            words.source === '' ? '' : frame.source(words.source),
            words.as_of === '' ? '' : frame.asOf(formatDate(words.as_of, language, 'long')),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </figcaption>
    </figure>
  );
}
