import { compact } from '#domain/values/compact.ts';
import { type AnyChartId, findAnyChart } from '#charts/all-charts.ts';
import { isAnalysisChartId } from '#charts/labels/analysis-names.ts';
import type { Language } from '#domain/values/language.ts';

/** The state of a page in its address. */
export interface ViewInput {
  readonly as_of: string;
  readonly known_at?: string | undefined;
  readonly compare?: string | undefined;
  readonly plan?: string | undefined;
  readonly language: Language;
}

/**
 * Makes the address of a page in the same state: day, time of knowledge, comparison, plan and
 * language.
 */
export function viewAddress(
  base: string,
  path: string,
  { as_of, known_at, compare, plan, language }: ViewInput,
  more: Readonly<Record<string, string | undefined>> = {},
): string {
  const url = new URL(path, base);
  const query = { as_of, known_at, cmp: compare, plan, ...more, lang: language };
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, value);
  // A query may contain colons. Unescaped they make the address shorter to read and scan.
  return url.href.replaceAll('%3A', ':');
}

/** Options of a figure, as its file takes them. */
type FigureInput = Readonly<Record<string, string | undefined>>;
/** Makes the address that opens an exported figure. */
export const figureAddress = (
  base: string,
  chart: AnyChartId,
  view: ViewInput,
  { measure, ...more }: FigureInput,
): string =>
  viewAddress(base, findAnyChart(chart).page, view, {
    ...compact({ chart: isAnalysisChartId(chart) ? chart : undefined }),
    m: measure,
    ...more,
  });
