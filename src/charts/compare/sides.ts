import type { ChartContext, ChartDefinition } from '#charts/kit/definition.ts';
import type { Comparison } from '#charts/kit/comparison.ts';
import type { FigureOf } from '#charts/kit/table.ts';
import type { ComparedParts } from '#domain/analysis/analysis-parts.ts';
import type { Versus } from '#domain/analysis/versus.ts';
import { writeNotKnown } from '#domain/labels/index.ts';
import { nameFilterValue } from '#domain/labels/projects/filter-value.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { joinItems } from '#domain/overview/register-filter.ts';
import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import { compact } from '#domain/values/compact.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { compareLabels } from './labels/index.ts';

/** One side of a comparison, with what it draws. */
export interface Side {
  readonly name: string;
  /** With the groups and units of both sides. */
  readonly overview: Overview;
  /** Its overview when it is shown alone, with the multiples of both sides. */
  readonly own: Overview;
  /** The further subject of its figures: the day or the projects of the second side. */
  readonly of?: FigureOf;
  /** Says that nothing is known of its day. */
  readonly unknown?: string;
}

/** Writes the values of a group. */
function groupName(
  { field }: Extract<Versus, { kind: 'group' }>,
  values: readonly string[],
  { zone, compared }: Overview,
  language: Language,
): string {
  const words = compareLabels[language];
  const { function_zones, investors = [] } = compared ?? {};
  const names = new Map(investors.map(({ investor, names: own }) => [investor, own]));
  const lookup = { ...zone, function_zones, investors: names };
  return values.length === 0
    ? words.all
    : values.map((id) => nameFilterValue(field, id, lookup, language)).join(words.or);
}

/** The subject of the figures of the second side. */
const otherOf = (versus: Versus): FigureOf =>
  versus.kind === 'day'
    ? { as_of: versus.day }
    : { [versus.field]: joinItems(versus.values) ?? '' };

/** What a chart draws on the other side: nothing of the first one. */
const drawOther = (
  { needs }: Pick<ChartDefinition<unknown>, 'needs'>,
  overview: Overview,
  { parts }: ComparedParts,
  as_of: IsoDate,
): Overview => ({
  ...overview,
  ...Object.fromEntries(needs.map((part) => [part, undefined])),
  ...parts,
  as_of,
});

/**
 * Lists the two sides of a comparison with the same groups and units.
 * @returns undefined for a chart that is shown alone
 */
export function listSides(
  chart: Pick<ChartDefinition<unknown>, 'hasData' | 'needs'>,
  { size, pair }: Pick<Comparison<unknown>, 'size' | 'pair'>,
  overview: Overview,
  { language, options }: ChartContext,
): readonly [Side, Side] | undefined {
  const { compared, ...alone } = overview;
  if (compared === undefined) return undefined;
  const { versus, base } = compared;
  const day = versus.kind === 'day' ? versus.day : overview.as_of;
  const plain = [alone, drawOther(chart, alone, compared, day)].map(
    (one): Overview => compact(one),
  );
  const [a = alone, b = alone] = plain;
  const sizedPair = size?.(a, b) ?? ([a, b] as const);
  const both = pair?.(...sizedPair) ?? sizedPair;
  const names =
    versus.kind === 'day'
      ? both.map(({ as_of }) => formatDate(as_of, language, language === 'en' ? 'short' : 'long'))
      : [base, versus.values].map((values) => groupName(versus, values, overview, language));
  const [first, second] = both.map((one, at): Side => {
    const own = sizedPair[at] ?? one;
    const isUnknown =
      !areProjectsKnown(one.as_of, one.first_known_day) && !chart.hasData(own, options);
    return {
      name: names[at] ?? '',
      overview: one,
      own,
      ...compact({
        of: at === 0 ? undefined : otherOf(versus),
        unknown: isUnknown ? writeNotKnown(one, language) : undefined,
      }),
    };
  });
  return first === undefined || second === undefined ? undefined : [first, second];
}
