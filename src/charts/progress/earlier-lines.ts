import { addComparator } from '#domain/targets/format-target.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { dayNumber } from '#domain/values/date.ts';
import { type MeasureUnit, toDisplayValue } from '#charts/kit/text/units.ts';
import { tableValueText } from '#charts/targets/data/row-unit.ts';
import type { ProgressSeries } from './series-types.ts';
import { progressLabels } from './labels/index.ts';

/** Span of days and top of the scale of a picture. */
interface Scale {
  readonly from: number;
  readonly to: number;
  readonly max: number;
}

/**
 * Makes earlier values of a target as lines up to the day on which another one was recorded; none
 * above the scale, none after the picture.
 */
export function earlierLines(
  row: TargetRow,
  unit: MeasureUnit,
  { from, to, max }: Scale,
  language: Language,
): ProgressSeries['earlier'] {
  return (row.earlier ?? []).flatMap((earlier) => {
    if (earlier.value === undefined || earlier.value === row.target) return [];
    const v = toDisplayValue(earlier.value, unit);
    const until = Math.min(to, dayNumber(earlier.until));
    if (v > max || until <= from) return [];
    const target = addComparator(earlier.comparator, tableValueText(earlier.value, unit), language);
    return [
      {
        from,
        to: until,
        v,
        lines: progressLabels[language].earlier(
          target,
          formatDate(earlier.until, language, 'long'),
        ),
      },
    ];
  });
}
