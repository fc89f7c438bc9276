import { compareDecimal } from '#domain/values/decimal.ts';
import type { Month } from '#domain/values/date.ts';
import type { Indicator, Observation } from '#domain/zone/indicator.ts';

/** The id of the template that counts all jobs of a zone. */
const allJobs = 'jobs';

/**
 * Finds the indicators of all jobs of a zone, one of each kind. Of several in jobs it is that of the
 * template, else that with the largest last value: the others count some of the jobs, as those of
 * women.
 */
export function findJobsIndicators(
  indicators: readonly Indicator[],
  observations: readonly Observation[],
  month: Month,
): readonly Indicator[] {
  const inJobs = indicators.filter(({ unit }) => unit === 'jobs');
  const lastOf = ({ id }: Indicator) =>
    observations.findLast(
      ({ indicator, period, value }) => indicator === id && period <= month && value !== undefined,
    )?.value ?? '0';
  return [...Map.groupBy(inJobs, ({ kind }) => kind).values()].flatMap((ofKind) => {
    const own = ofKind.find(({ id }) => id === allJobs);
    const [largest] = ofKind.toSorted((a, b) => compareDecimal(lastOf(b), lastOf(a)));
    return own ?? largest ?? [];
  });
}
