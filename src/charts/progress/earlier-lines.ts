import { formatDate } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';
import type { LedgerRow } from '#domain/overview.ts';
import { dayNumber } from '#domain/period.ts';
import { type MeasureUnit, shown } from '#charts/frame/units.ts';
import { ledgerText } from '#charts/targets/series.ts';
import { targetsWords } from '#charts/targets/text.ts';
import type { ProgressSeries } from './drawn.ts';
import { progressWords } from './text.ts';

/** Span of days and top of the scale of a picture. */
interface Scale {
  readonly from: number;
  readonly to: number;
  readonly max: number;
}

/** Earlier values of a target as lines up to the day on which another one was recorded; none above the scale, none after the picture. */
export function earlierLines(row: LedgerRow, unit: MeasureUnit, { from, to, max }: Scale, language: Language): ProgressSeries['earlier'] {
  return (row.earlier ?? []).flatMap((earlier) => {
    if (earlier.value === undefined || earlier.value === row.target) return [];
    const v = shown(earlier.value, unit);
    const until = Math.min(to, dayNumber(earlier.until));
    if (v > max || until <= from) return [];
    const target = targetsWords[language].comparator(earlier.comparator, ledgerText(earlier.value, unit));
    return [{ from, to: until, v, lines: progressWords[language].earlier(target, formatDate(earlier.until, language, 'long')) }];
  });
}
