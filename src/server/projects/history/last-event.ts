import type { Measure, ProjectFacts } from '#domain/projects/project.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Segment } from '#domain/projects/segments.ts';
import type { StageOrUnknown } from '#domain/projects/stage.ts';
import type { DatedFacts } from './merge-facts.ts';

/**
 * Lists the measures whose changes are events: under construction only the completed investment.
 */
const amountsThatCount = (stage: StageOrUnknown): readonly Measure[] =>
  stage === 'construction'
    ? ['fai_done_total']
    : ['total_investment', 'contracted_amount', 'paid_in', 'fai_done_total'];

const listAmounts = ({ amounts }: ProjectFacts, measures: readonly Measure[]): string =>
  measures
    .map((measure) => `${amounts[measure]?.money?.minor} ${amounts[measure]?.money?.currency}`)
    .join();

/**
 * Finds the last substantive event of a project up to a day (domain reference 3.4): its move into
 * the present stage, or a later change of an amount.
 * @returns null if the stage has no day, and under construction if only one edition of the facts is
 * known
 *
 * @param first - the first day on which the project is known
 */
export function lastEvent(
  { stage, stage_since }: Segment,
  timeline: readonly DatedFacts[],
  first: IsoDate,
  day: IsoDate,
): IsoDate | null {
  if (stage_since === undefined) return null;
  const knownFacts = timeline.filter(({ facts_from }) => facts_from <= day);
  if (stage === 'construction' && knownFacts.length < 2) return null;
  const measures = amountsThatCount(stage);
  const lastChange = knownFacts.findLast(({ facts_from, facts }, i) => {
    const before = knownFacts[i - 1];
    return (
      before !== undefined &&
      facts_from > first &&
      listAmounts(before.facts, measures) !== listAmounts(facts, measures)
    );
  });
  return lastChange !== undefined && lastChange.facts_from > stage_since
    ? lastChange.facts_from
    : stage_since;
}
