import type { ExplainedValue } from '#domain/measures/explanation.ts';
import { sourceTitle } from '#domain/zone/standard-texts.ts';
import { compact } from '#domain/values/compact.ts';
import type { FigureSources } from './sources.ts';

/** Lists the values of an indicator by month, newest first, each with its source. */
export async function listValues(
  { observations, snapshot }: FigureSources,
  indicator: string,
): Promise<readonly ExplainedValue[]> {
  const { profile } = snapshot;
  const unit = profile.indicators.find(({ id }) => id === indicator)?.unit ?? '';
  return (await observations())
    .filter((one) => one.indicator === indicator)
    .toReversed()
    .map(({ period, value, missing, data_status, source }) => ({
      period,
      unit,
      data_status,
      ...compact({
        value,
        missing,
        source: source === undefined ? undefined : sourceTitle(profile, source),
      }),
    }));
}
