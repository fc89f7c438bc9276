import { makeHistory } from '#domain/targets/series.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { addMonths, toMonth } from '#domain/values/date.ts';
import type { Decimal } from '#domain/values/decimal.ts';
import { type Observation, targetKey } from '#domain/zone/indicator.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';

/** The values of targets a year before those of a report, by the key of the target. */
export type ValuesBefore = Readonly<Record<string, Decimal>>;

/**
 * Finds the value of a target a year before its own, with the same cover.
 * @returns undefined where it was not reported, or the indicator was not comparable since
 */
function findValueBefore(
  row: TargetRow,
  { indicators }: Pick<ZoneProfile, 'indicators'>,
  observations: readonly Observation[],
): Decimal | undefined {
  const indicator = indicators.find(({ id }) => id === row.indicator);
  if (row.now === undefined || indicator === undefined) return undefined;
  const { date, basis } = row.now;
  const month = toMonth(date);
  const before = addMonths(month, -12);
  if (indicator.breaks?.some((one) => one.month > before && one.month <= month)) return undefined;
  const { levels, ytd } = makeHistory(indicator, observations, date, date);
  if (basis === 'year_to_date') return ytd?.get(before);
  const level = levels.find(({ period }) => period === before);
  return level?.basis === basis ? level.value : undefined;
}

/** Lists the values of targets a year before. A target of several years has none. */
export const listValuesBefore = (
  targets: readonly TargetRow[],
  profile: Pick<ZoneProfile, 'indicators' | 'targets'>,
  observations: readonly Observation[],
): ValuesBefore =>
  Object.fromEntries(
    targets.flatMap((row) => {
      const target = profile.targets.find((one) => targetKey(one) === targetKey(row));
      const value =
        target?.covers === undefined ? findValueBefore(row, profile, observations) : undefined;
      return value === undefined ? [] : [[targetKey(row), value]];
    }),
  );
