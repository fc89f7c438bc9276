import { formatDate, formatValue } from '#domain/values/format.ts';
import { formatTarget } from './format-target.ts';
import type { Indicator, Target } from '#domain/zone/indicator.ts';
import { fillText, type Language, languages, type Text } from '#domain/values/language.ts';

const endOfYear: Readonly<Record<Language, (year: string) => string>> = {
  'zh-CN': (year) => `到${year}年底`,
  ja: (year) => `${year}年末までに`,
  en: (year) => `by the end of ${year}`,
};
const byDay: Readonly<Record<Language, (day: string) => string>> = {
  'zh-CN': (day) => `到${day}`,
  ja: (day) => `${day}までに`,
  en: (day) => `by ${day}`,
};
const inYear: Readonly<Record<Language, (year: string) => string>> = {
  'zh-CN': (year) => `${year}年`,
  ja: (year) => `${year}年に`,
  en: (year) => `in ${year}`,
};

const overYears: Readonly<Record<Language, (from: string, to: string) => string>> = {
  'zh-CN': (from, to) => `${from}–${to}年累计`,
  ja: (from, to) => `${from}～${to}年の累計で`,
  en: (from, to) => `in total from ${from} to ${to}`,
};

/** The wording of a target without a number: its checklist is completed. */
const allItems: Readonly<Record<Language, (name: string, when: string) => string>> = {
  'zh-CN': (name, when) => `${when}完成${name}的全部事项`,
  ja: (name, when) => `${when}${name}の全項目を完了する`,
  en: (name, when) => `${name}: all items done ${when}`,
};

function formatDeadline(
  { deadline, covers, baseline_date }: Target,
  { kind }: Pick<Indicator, 'kind'>,
  language: Language,
): string {
  const year = deadline.slice(0, 4);
  const first = baseline_date.endsWith('-12-31')
    ? String(Number(baseline_date.slice(0, 4)) + 1)
    : baseline_date.slice(0, 4);
  if (covers === 'sum_of_years' && first < year) return overYears[language](first, year);
  if (!deadline.endsWith('-12-31')) return byDay[language](formatDate(deadline, language, 'long'));
  return (kind === 'annual_flow' ? inYear : endOfYear)[language](year);
}

function makeSentence(
  target: Target,
  indicator: Pick<Indicator, 'kind' | 'unit' | 'name'>,
  language: Language,
): string {
  const [when, name] = [formatDeadline(target, indicator, language), indicator.name[language]];
  const isNumber = target.value !== undefined && target.comparator !== 'qualitative';
  const number = isNumber ? formatValue(target.value, indicator.unit, language).text : '';
  const value = isNumber
    ? formatTarget(target.comparator, target.value, indicator.unit, language)
    : '';
  if (!isNumber) return allItems[language](name, when);
  if (language === 'en') return `${name}: ${value} ${when}`;
  // A label has 不少于200家 or 200社超; a sentence needs a verb.
  const isReached = target.comparator === '>=';
  if (language === 'zh-CN') return `${when}${name}${isReached ? `达到${number}` : value}`;
  if (target.comparator === '>') return `${when}${name}が${number}を超える`;
  return `${when}${name}が${isReached ? `${number}に達する` : value}`;
}

/** Generates the wording of a target from its value, comparator and deadline. */
export const generateWording = (
  target: Target,
  indicator: Pick<Indicator, 'kind' | 'unit' | 'name'>,
): Text =>
  Object.fromEntries(
    languages.map((language) => [language, makeSentence(target, indicator, language)]),
  ) as unknown as Text;

/**
 * Makes the wording of a target: the written one, in other languages the generated one. A target
 * without a number is its written wording, so the other languages repeat it.
 */
export function makeWording(
  target: Target,
  indicator: Pick<Indicator, 'kind' | 'unit' | 'name'>,
): Text {
  const writtenText = fillText(target.wording ?? {});
  const isWritten = languages.some((language) => writtenText[language].trim() !== '');
  if (target.comparator === 'qualitative' && isWritten) return writtenText;
  const wording = generateWording(target, indicator);
  return Object.fromEntries(
    languages.map((language) => [
      language,
      target.wording?.[language]?.trim() || wording[language],
    ]),
  ) as unknown as Text;
}
