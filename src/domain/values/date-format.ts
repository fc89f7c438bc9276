import type { Language } from './language.ts';
import { toQuarter, type IsoDate, type Month } from './date.ts';

/** English names of the months; Chinese and Japanese write the number. */
const monthNames =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
const monthShortNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/**
 * A day: long `16 April 2021`, short `16 Apr 2021`, day `16 Apr`; Chinese and Japanese 2021年4月16日,
 * day 4月16日.
 */
export function formatDate(
  date: IsoDate,
  language: Language,
  style: 'long' | 'short' | 'day' = 'long',
): string {
  const [year, month, day] = [
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7)),
    Number(date.slice(8, 10)),
  ];
  if (language !== 'en') return `${style === 'day' ? '' : `${year}年`}${month}月${day}日`;
  const name = (style === 'long' ? monthNames : monthShortNames)[month - 1] ?? '';
  return style === 'day' ? `${day} ${name}` : `${day} ${name} ${year}`;
}

/**
 * A month: long `March 2021`, short `Mar 2021`, name `Mar`; Chinese and Japanese 2021年3月, name 3月.
 */
export function formatMonth(
  month: Month,
  language: Language,
  style: 'long' | 'short' | 'name' = 'long',
): string {
  const [year, m] = [Number(month.slice(0, 4)), Number(month.slice(5, 7))];
  if (language !== 'en') return `${style === 'name' ? '' : `${year}年`}${m}月`;
  const name = (style === 'long' ? monthNames : monthShortNames)[m - 1] ?? '';
  return style === 'name' ? name : `${name} ${year}`;
}

/**
 * The quarter of a month. Japanese names its months, since Q2 could be read as that of the fiscal
 * year.
 */
export function formatQuarter(month: Month, language: Language): string {
  const [year, quarter] = [Number(month.slice(0, 4)), toQuarter(month)];
  if (language === 'en') return `Q${quarter} ${year}`;
  return language === 'ja'
    ? `${year}年${quarter * 3 - 2}–${quarter * 3}月期`
    : `${year}年第${['一', '二', '三', '四'][quarter - 1]}季度`;
}
