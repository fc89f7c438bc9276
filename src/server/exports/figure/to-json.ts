import { compact } from '#domain/values/compact.ts';
import type { ChartContext, ChartWords } from '#charts/kit/definition.ts';
import type { FigureStamp } from '#charts/kit/frame/stamp.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ChartTable, TableColumn } from '#charts/kit/table.ts';
import type { AnyChartId } from '#charts/all-charts.ts';
import { toDataColumns } from '#server/exports/formats/table-columns.ts';
import type { ChartView } from './chart-view.ts';
import type { Definitions } from '#domain/zone/definitions.ts';
import type { ExchangeRate } from '#domain/changes/exchange-rate.ts';
import { figureFileLabels } from './labels/index.ts';
import { licenceText, noLicenceTerm } from '#domain/labels/projects/redistribution.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { Licence } from '#domain/zone/rights/redistribution.ts';

type FileColumn = Omit<TableColumn, 'measure'>;

/**
 * A figure as data: its labels, its provenance and its rows by column id. A missing value is null,
 * and a column of its own has the reason. A column of ids precedes that of their labels.
 */
export interface ChartFile {
  readonly chart: AnyChartId;
  readonly zone: string;
  readonly title: string;
  readonly subtitle: string;
  readonly unit: string;
  /** The unit of the exact values. Omitted if it equals the display unit. */
  readonly exact_unit?: string;
  readonly as_of: string;
  readonly source: string;
  readonly data_status: string;
  /** True when a value of the zone is invented. */
  readonly illustrative: boolean;
  readonly notes: readonly string[];
  readonly alt: string;
  readonly language: Language;
  /**
   * The provenance: revision and its time, version of the definitions, time of knowledge, selected
   * plan and address of the page.
   */
  readonly revision?: number;
  readonly made_at?: string;
  readonly definitions?: Definitions;
  readonly known_at?: string;
  readonly plan?: string;
  readonly link?: string;
  /** Options, filters, comparison and plan, from which the chart can be drawn again. */
  readonly options?: ChartView['options'];
  readonly filters?: ChartView['filters'];
  readonly compare?: string;
  /** The licence of the data. Without a licence it is null, and `licence_note` says so. */
  readonly licence: Licence | null;
  readonly licence_note?: string;
  /** The names of data that is left out because it may not be redistributed. */
  readonly left_out?: readonly string[];
  /** A citation of the data. */
  readonly citation: string;
  /** The exchange rates of the secondary currency. */
  readonly rates?: readonly ExchangeRate[];
  readonly columns: readonly FileColumn[];
  readonly rows: readonly Readonly<Record<string, string | null>>[];
}

interface ToJsonInput {
  readonly id: AnyChartId;
  readonly overview: Overview;
  readonly context: ChartContext;
  /** Omitted in files of shared links, like `view`. */
  readonly stamp: FigureStamp | undefined;
  readonly view?: ChartView | undefined;
  readonly left_out?: readonly string[] | undefined;
}

/** Removes the properties of a column that only screens need. */
function dataOnly(column: TableColumn): FileColumn {
  if (column.kind !== 'number') {
    const { measure: _measure, is_rule: _rule, ...own } = column;
    return own;
  }
  const { of: _of, of_rows: _rows, measure_rows: _measures, measure: _measure, ...own } = column;
  return own;
}

/** Writes the citation of a figure's data: zone, figure, day, revision, address and licence. */
function writeChartCitation(
  { zone }: Overview,
  { as_of }: ChartWords,
  language: Language,
  stamp: FigureStamp | undefined,
): string {
  const revision =
    stamp?.revision === undefined ? undefined : figureFileLabels[language].revision(stamp.revision);
  const day = formatDate(as_of, language, 'long');
  const parts = [
    zone.name[language],
    day,
    revision,
    stamp?.link,
    licenceText(zone.licence, language),
  ].filter((part) => part !== undefined);
  return parts.join(language === 'en' ? '. ' : '。');
}
/** Makes the data of a figure: labels, provenance, and each row by column id. */
export function toJson(
  { id, overview, context: { language }, stamp, view, left_out }: ToJsonInput,
  table: ChartTable,
  words: ChartWords,
): ChartFile {
  const { key: _drawnOnly, note_figures: _shownOnly, ...texts } = words;
  const { headers, rows } = toDataColumns(table, words, overview.as_of, language);
  return {
    chart: id,
    zone: overview.zone.name[language],
    ...texts,
    illustrative: words.data_status === 'illustrative' || overview.illustrative,
    language,
    ...stamp,
    ...view,
    licence: overview.zone.licence ?? null,
    citation: writeChartCitation(overview, words, language, stamp),
    ...compact({
      licence_note: overview.zone.licence === undefined ? noLicenceTerm[language] : undefined,
      left_out,
      rates: overview.beside?.used,
    }),
    columns: headers.map(dataOnly),
    rows: rows.map((row) =>
      Object.fromEntries(headers.map((column, index) => [column.id, row[index] ?? null])),
    ),
  };
}
