import type { ChartTable, ChartWords, TableColumn } from '#charts/definition.ts';
import type { Language } from '#domain/language.ts';

/** A figure as data: its words and every row drawn, by column id; missing is null, with its reason in the status column. */
export interface ChartFile {
  readonly title: string;
  readonly subtitle: string;
  readonly unit: string;
  readonly as_of: string;
  readonly source: string;
  readonly data_status: string;
  readonly notes: readonly string[];
  readonly language: Language;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly Readonly<Record<string, string | null>>[];
}

export function toJson(table: ChartTable, words: ChartWords, language: Language): ChartFile {
  const { title, subtitle, unit, as_of, source, data_status, notes } = words;
  return {
    title,
    subtitle,
    unit,
    as_of,
    source,
    data_status,
    notes,
    language,
    columns: table.columns,
    rows: table.rows.map((row) => Object.fromEntries(table.columns.map(({ id }, index) => [id, row[index] ?? null]))),
  };
}
