import { registerSource } from '#domain/labels/general/data-status.ts';
import { unnamedSource } from '#domain/labels/general/unnamed-source.ts';
import type { ExplainedSource } from '#domain/measures/explanation.ts';
import type { DataStatus } from '#domain/values/data-status.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Text } from '#domain/values/language.ts';

/** The register as the source of a figure that was counted in it. */
export const registerAsSource = (status: DataStatus, date: IsoDate): ExplainedSource => ({
  title: registerSource(status),
  date,
  is_own: true,
});

/** The source of a value: as it is named, else the zone that entered it. */
export const sourceOfValue = (
  title: Text | undefined,
  status: DataStatus,
  date: IsoDate,
): ExplainedSource =>
  title === undefined ? { title: unnamedSource(status), date, is_own: true } : { title, date };
