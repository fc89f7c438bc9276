import { type ChartId, chartOf } from '#charts/registry.ts';
import type { Language } from '#domain/values/language.ts';

/** What the view on a page is made of, in the words of its address. */
export interface ViewInput {
  readonly as_of: string;
  readonly known_at?: string | undefined;
  readonly compare?: string | undefined;
  readonly plan?: string | undefined;
  readonly language: Language;
}

/**
 * The address of a page in the same state: the same day, moment of knowing, comparison, plan and
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
  // a colon may stand in a query as it is, and is shorter to read and to scan
  return url.href.replaceAll('%3A', ':');
}

interface FigureInput {
  readonly measure?: string | undefined;
  readonly range?: string | undefined;
  readonly known_from?: string | undefined;
  readonly rates?: string | undefined;
  readonly cur?: string | undefined;
}
/** The address that opens a figure as it was taken away. */
export const figureAddress = (
  base: string,
  chart: ChartId,
  asked: ViewInput,
  { measure, ...more }: FigureInput,
): string => viewAddress(base, chartOf(chart).page, asked, { m: measure, ...more });
