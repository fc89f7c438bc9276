import type { SharedPayload } from '#contract/links/schemas.ts';
import type { SharedExplanationQuery } from '#contract/measures/schemas.ts';
import type { AnalysisParts, ComparedParts } from '#domain/analysis/analysis-parts.ts';
import { writeVersus } from '#domain/overview/read-versus.ts';
import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { joinItems } from '#domain/overview/register-filter.ts';
import { noSuchFigure, type LinkSide } from './link-sources.ts';

/** Lists the sides of a link: its page or chart, and the other side of its comparison. */
export function listSides({ overview, analysis }: SharedPayload): {
  readonly first: LinkSide;
  readonly second?: LinkSide;
  readonly compared?: ComparedParts;
} {
  const { as_of, first_known_day } = overview;
  const { compared, ...own } = analysis ?? {};
  const describe = (day: IsoDate, parts: AnalysisParts): LinkSide => ({
    as_of: day,
    parts,
    isUnknown: analysis !== undefined && !areProjectsKnown(day, first_known_day),
  });
  const first = describe(as_of, own);
  if (compared === undefined) return { first };
  const { versus, parts } = compared;
  return { first, second: describe(versus.kind === 'day' ? versus.day : as_of, parts), compared };
}

/** Parameters by which the sides of a comparison differ: the day and the projects. */
const choices = [
  ...['as_of', 'from', 'status', 'industry', 'zone', 'prefecture', 'country', 'column'],
] as const;

/**
 * Finds the side of a link to which a figure belongs. A page without comparison has one side.
 *
 * @throws HttpProblem if the query names another day or other projects than the link
 */
export function chooseSide(
  payload: SharedPayload,
  query: SharedExplanationQuery,
): 'first' | 'second' | 'difference' {
  const { view, overview } = payload;
  const { compared } = listSides(payload);
  if (query.versus !== undefined) {
    if (compared === undefined || writeVersus(compared.versus) !== query.versus)
      throw noSuchFigure();
    return 'difference';
  }
  const { shows_columns: _, words: _words, ...chart } = view.chart ?? {};
  const own: Readonly<Record<string, string | undefined>> = {
    ...chart,
    as_of: overview.as_of,
    from: payload.changes?.days.from ?? overview.changes?.since,
  };
  const others = choices.filter((name) => query[name] !== undefined && query[name] !== own[name]);
  const { versus } = compared ?? {};
  if (
    versus?.kind === 'group' &&
    query[versus.field as 'industry'] === (joinItems(versus.values) ?? '')
  )
    return 'second';
  if (others.length === 0) return 'first';
  if (versus?.kind === 'day' && others.join() === 'as_of' && query.as_of === versus.day)
    return 'second';
  throw noSuchFigure();
}
