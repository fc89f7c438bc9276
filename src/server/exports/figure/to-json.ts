import { compact } from '#domain/values/compact.ts';
import type { ChartWords } from '#charts/kit/definition.ts';
import type { ChartTable, TableColumn } from '#charts/kit/table.ts';
import type { FigureStamp } from '#charts/kit/frame/stamp.ts';
import type { AnyChartId } from '#charts/all-charts.ts';
import type { Definitions } from '#domain/zone/definitions.ts';
import type { ExchangeRate } from '#domain/changes/exchange-rate.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';

/**
 * A figure as data: its labels, its provenance and every row by column id. Missing values are null,
 * with the reason in the status column.
 */
export interface ChartFile {
  readonly chart: AnyChartId;
  readonly zone: string;
  readonly title: string;
  readonly subtitle: string;
  readonly unit: string;
  /** Unit of the exact values. Omitted when the display unit is the same. */
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
   * Provenance: revision, its time, version of the definitions, time of knowledge, selected plan
   * and the address of the page.
   */
  readonly revision?: number;
  readonly made_at?: string;
  readonly definitions?: Definitions;
  readonly known_at?: string;
  readonly plan?: string;
  readonly link?: string;
  /** The exchange rates of the secondary currency. */
  readonly rates?: readonly ExchangeRate[];
  readonly columns: readonly TableColumn[];
  readonly rows: readonly Readonly<Record<string, string | null>>[];
}

export function toJson(
  id: AnyChartId,
  overview: Overview,
  table: ChartTable,
  words: ChartWords,
  language: Language,
  stamp?: FigureStamp,
): ChartFile {
  const { key: _drawnOnly, ...said } = words;
  return {
    chart: id,
    zone: overview.zone.name[language],
    ...said,
    illustrative: words.data_status === 'illustrative' || overview.illustrative,
    language,
    ...stamp,
    ...compact({ rates: overview.beside?.used }),
    columns: table.columns,
    rows: table.rows.map((row) =>
      Object.fromEntries(table.columns.map((column, index) => [column.id, row[index] ?? null])),
    ),
  };
}
