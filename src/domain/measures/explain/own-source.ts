import { registerSource } from '#domain/labels/general/data-status.ts';
import type { ExplainedSource } from '#domain/measures/explanation.ts';
import type { DataStatus } from '#domain/values/data-status.ts';
import type { IsoDate } from '#domain/values/date.ts';
import type { Text } from '#domain/values/language.ts';
import { words } from '#domain/values/term.ts';

const valueTerms = {
  own: words('本区填报数', '地区の報告値', 'Values entered by the zone'),
  example: words('示例数据，虚构', '例示の値（架空）', 'Example values, invented'),
};

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
  title === undefined
    ? { title: valueTerms[status === 'illustrative' ? 'example' : 'own'], date, is_own: true }
    : { title, date };
