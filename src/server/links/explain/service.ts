import type { SharedPayload } from '#contract/links/schemas.ts';
import type { ComparedParts } from '#domain/analysis/analysis-parts.ts';
import { explainDifference, nameSides } from '#domain/measures/explain/difference.ts';
import type { FigureSources } from '#server/measures/sources.ts';
import { chooseSide, listSides } from './sides.ts';
import type { SharedExplanationQuery } from '#contract/measures/schemas.ts';
import type { DayExplanation } from '#domain/measures/explanation.ts';
import type { SharedExplanation } from '#contract/measures/schemas.ts';
import type { MeasureId } from '#domain/measures/measure-id.ts';
import { absences } from '#domain/measures/explain/texts.ts';
import { areProjectsKnown } from '#domain/projects/first-known-day.ts';
import { showsEveryAmount } from '#domain/redaction/analysis/chart-refusal.ts';
import { compact } from '#domain/values/compact.ts';
import { describeFigure } from '#server/measures/service.ts';
import { explainFigure } from '#server/measures/explainers.ts';
import { makeLinkSources, noSuchFigure, type LinkSide } from './link-sources.ts';
import { listVisibleRows } from './visible-projects.ts';

const hidesAmounts = ({ overview }: SharedPayload): boolean => !showsEveryAmount(overview.shared);
const isOfOutlook = (measure: MeasureId): boolean => measure.startsWith('outlook_');

/**
 * Marks a figure without a value as withheld by the link.
 *
 * @throws HttpProblem if the page of the link has no such figure
 */
function sayWithheld(
  payload: SharedPayload,
  measure: MeasureId,
  explanation: DayExplanation,
): DayExplanation {
  const { absent } = explanation;
  const { as_of, first_known_day } = payload.overview;
  if (absent === absences.unknown && areProjectsKnown(as_of, first_known_day)) {
    // the title of a chart without a figure of its own names this measure
    if (measure !== 'listed_projects') throw noSuchFigure();
    return { ...explanation, absent: absences.withheld };
  }
  const isHidden = absent === absences.no_outlook && isOfOutlook(measure) && hidesAmounts(payload);
  return isHidden ? { ...explanation, absent: absences.withheld } : explanation;
}

/**
 * Explains the difference of two sides of a comparison. If a side is withheld, there is no
 * difference.
 */
async function explainBoth(
  measure: MeasureId,
  sides: readonly [FigureSources, FigureSources],
  comparison: ComparedParts,
): Promise<DayExplanation> {
  const [first, second] = await Promise.all(sides.map((side) => explainFigure(measure, side)));
  const { as_of, snapshot } = sides[0];
  if (first === undefined || second === undefined) throw noSuchFigure();
  const names = nameSides(comparison.versus, as_of, comparison.base, snapshot.profile);
  const explanation = explainDifference(first, second, names);
  return explanation.text === undefined
    ? { ...explanation, absent: absences.withheld }
    : explanation;
}

/**
 * Explains a figure of a link from the payload of the link only. So it shows no names, amounts and
 * rows that the page does not show.
 *
 * @throws HttpProblem if the page of the link has no such figure
 */
export async function explainShared(
  payload: SharedPayload,
  measure: MeasureId,
  query: SharedExplanationQuery,
): Promise<SharedExplanation> {
  const { first, second, compared } = listSides(payload);
  const sourcesOf = (side: LinkSide) => makeLinkSources(payload, query, side);
  const side = chooseSide(payload, query);
  const explanation =
    side === 'difference' && second !== undefined && compared !== undefined
      ? await explainBoth(measure, [sourcesOf(first), sourcesOf(second)], compared)
      : sayWithheld(
          payload,
          measure,
          await explainFigure(measure, sourcesOf(side === 'second' ? (second ?? first) : first)),
        );
  return {
    ...describeFigure(measure, explanation),
    as_of: (side === 'second' ? (second ?? first) : first).as_of,
    ...compact({ definitions: payload.overview.zone.definitions }),
    rows: listVisibleRows(payload, explanation, query),
  };
}
