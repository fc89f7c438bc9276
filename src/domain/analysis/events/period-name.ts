import type { CalendarPeriod } from './calendar-periods.ts';
import { formatMonth, formatQuarter } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';

type PeriodSpan = Pick<CalendarPeriod, 'size' | 'first_month'>;
const readYear = ({ first_month }: PeriodSpan): string => first_month.slice(0, 4);
const isFirstHalf = ({ first_month }: PeriodSpan): boolean => first_month.endsWith('-01');

/** Halves of a year. Japanese names the months, since 上期 could be that of the fiscal year. */
const halves: Readonly<Record<Language, (year: string, first: boolean) => string>> = {
  'zh-CN': (year, first) => `${year}年${first ? '上半年' : '下半年'}`,
  ja: (year, first) => `${year}年${first ? '1–6月' : '7–12月'}`,
  en: (year, first) => `${year} ${first ? 'H1' : 'H2'}`,
};

/** The name of a period in a sentence or a table: `Q1 2026`, `2026年第一季度`. */
export function periodName(period: PeriodSpan, language: Language): string {
  const { size, first_month } = period;
  if (size === 'year') return language === 'en' ? readYear(period) : `${readYear(period)}年`;
  if (size === 'half_year') return halves[language](readYear(period), isFirstHalf(period));
  return size === 'quarter'
    ? formatQuarter(first_month, language)
    : formatMonth(first_month, language, 'short');
}

const numerals = ['一', '二', '三', '四'];

/** The name of a period on an axis that shows its year separately: `Q1`, `一季度`, `1–3月`. */
export function periodTick(period: PeriodSpan, language: Language): string {
  const { size, first_month } = period;
  if (size === 'year') return readYear(period);
  if (size === 'month')
    return language === 'en'
      ? formatMonth(first_month, language, 'name').slice(0, 1)
      : String(Number(first_month.slice(5, 7)));
  if (size === 'half_year')
    return halves[language]('', isFirstHalf(period)).replace('年', '').trim();
  const quarter = Math.ceil(Number(first_month.slice(5, 7)) / 3);
  if (language === 'en') return `Q${quarter}`;
  return language === 'ja'
    ? `${quarter * 3 - 2}–${quarter * 3}月`
    : `${numerals[quarter - 1] ?? ''}季度`;
}
