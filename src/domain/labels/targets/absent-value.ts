import { addMonths, toMonth, type Month } from '#domain/values/date.ts';
import { formatDate, formatMonth, formatValue } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { SumBreak, TargetRow } from '#domain/targets/target-row.ts';
import { absenceTerms } from '#domain/labels/general/missing-figure.ts';

interface AbsenceWords {
  readonly later: (value: string, day: string) => string;
  /** The sum of a year. `reason`: which months are not reported, or where the series breaks. */
  readonly unknownYear: (reason: string) => string;
  /** The sum of several years. */
  readonly unknownSum: (reason: string) => string;
  readonly broken: (month: string) => string;
  /** The sum of the months since a break. */
  readonly since: (months: string, value: string) => string;
  /** Months of one year; `last` has no year in Chinese and Japanese, `first` none in English. */
  readonly span: (first: string, last: string) => string;
  readonly months: (spans: readonly string[]) => string;
}
const words: Readonly<Record<Language, AbsenceWords>> = {
  'zh-CN': {
    later: (value, day) => `期限当日无数值；${day}为${value}`,
    unknownYear: (reason) => `自年初累计未知（${reason}）`,
    unknownSum: (reason) => `累计值未知（${reason}）`,
    broken: (month) => `${month}起口径变化`,
    since: (months, value) => `；${months}合计${value}`,
    span: (first, last) => `${first}至${last}`,
    months: (spans) => `${spans.join('、')}未报送`,
  },
  ja: {
    later: (value, day) => `期限日の値はない。${day}は${value}`,
    unknownYear: (reason) => `年初来累計は不明（${reason}）`,
    unknownSum: (reason) => `累計は不明（${reason}）`,
    broken: (month) => `${month}に系列の断絶`,
    since: (months, value) => `。${months}の合計は${value}`,
    span: (first, last) => `${first}～${last}`,
    months: (spans) => `${spans.join('、')}は未報告`,
  },
  en: {
    later: (value, day) => `no value at the deadline; ${value} on ${day}`,
    unknownYear: (reason) => `year to date not known (${reason})`,
    unknownSum: (reason) => `sum not known (${reason})`,
    broken: (month) => `break in the series in ${month}`,
    since: (months, value) => `; ${months}: ${value}`,
    span: (first, last) => `${first} to ${last}`,
    months: (spans) => `${spans.join(', ')} not reported`,
  },
};

/** Writes months of one year as a span: January to August 2026. */
function writeSpan(first: Month, last: Month, language: Language): string {
  if (first === last) return formatMonth(last, language, 'long');
  const [from, to] = [first, last].map((month) => formatMonth(month, language, 'long'));
  return language === 'en'
    ? words.en.span(from?.replace(/ \d+$/, '') ?? '', to ?? '')
    : words[language].span(from ?? '', formatMonth(last, language, 'name'));
}

/**
 * Writes which months are not reported: January to August 2026 not reported.
 * @param months - months in ascending order; no span crosses a year
 */
export function writeMissingMonths(months: readonly Month[], language: Language): string {
  const starts = months.filter(
    (month) => month.endsWith('-01') || !months.includes(addMonths(month, -1)),
  );
  const ends = months.filter(
    (month) => month.endsWith('-12') || !months.includes(addMonths(month, 1)),
  );
  const spans = starts.map((first, at) => writeSpan(first, ends[at] ?? first, language));
  return words[language].months(spans);
}

/** Writes at which month a sum breaks, with the sum of the months since. */
function writeSumBreak({ month, since }: SumBreak, unit: string, language: Language): string {
  const t = words[language];
  const place = t.broken(formatMonth(month, language, 'long'));
  if (since === undefined) return place;
  const months = writeSpan(month, toMonth(since.date), language);
  return `${place}${t.since(months, formatValue(since.value, unit, language).text)}`;
}

/**
 * The text in place of the value of a target, inside a sentence: the last value after the deadline
 * with its day where the deadline has none, else the break or the months because of which the sum
 * is unknown, else the reason why the value is missing.
 */
export function absentValue(
  row: Pick<TargetRow, 'kind' | 'later' | 'missing' | 'missing_months' | 'sum_break' | 'unit'>,
  language: Language,
): string {
  const { kind, later, missing, missing_months, sum_break, unit } = row;
  const t = words[language];
  const unknown = kind === 'annual_flow' ? t.unknownYear : t.unknownSum;
  if (later !== undefined)
    return t.later(
      formatValue(later.value, unit, language).text,
      formatDate(later.date, language, 'long'),
    );
  if (sum_break !== undefined) return unknown(writeSumBreak(sum_break, unit, language));
  return missing_months === undefined
    ? absenceTerms[missing ?? 'not_reported'][language]
    : unknown(writeMissingMonths(missing_months, language));
}
