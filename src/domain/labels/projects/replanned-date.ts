import { formatDate, formatValue } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { Replan } from '#domain/projects/milestones.ts';
import { milestoneTerms } from './field.ts';

interface ReplanWords {
  readonly moved: (milestone: string, from: string, to: string, by: string) => string;
  readonly later: (days: string) => string;
  readonly earlier: (days: string) => string;
  readonly withdrawn: (milestone: string, from: string) => string;
}
const words: Readonly<Record<Language, ReplanWords>> = {
  'zh-CN': {
    moved: (milestone, from, to, by) => `${milestone}：${from} → ${to}，${by}`,
    later: (days) => `推迟${days}`,
    earlier: (days) => `提前${days}`,
    withdrawn: (milestone, from) => `${milestone}：取消计划日期${from}`,
  },
  ja: {
    moved: (milestone, from, to, by) => `${milestone}：${from} → ${to}、${by}`,
    later: (days) => `${days}後ろ倒し`,
    earlier: (days) => `${days}前倒し`,
    withdrawn: (milestone, from) => `${milestone}：予定日${from}を取消`,
  },
  en: {
    moved: (milestone, from, to, by) => `${milestone}: ${from} → ${to}, ${by}`,
    later: (days) => `${days} later`,
    earlier: (days) => `${days} earlier`,
    withdrawn: (milestone, from) => `${milestone}: planned date ${from} withdrawn`,
  },
};

/** Describes the change of a planned date, with the days by which it moved. */
export function replanText({ type, from, to, days = 0 }: Replan, language: Language): string {
  const t = words[language];
  const day = (date: string): string =>
    formatDate(date, language, language === 'en' ? 'short' : 'long');
  const milestone = milestoneTerms[type][language];
  if (to === undefined) return t.withdrawn(milestone, day(from));
  return t.moved(
    milestone,
    day(from),
    day(to),
    t[days < 0 ? 'earlier' : 'later'](formatValue(Math.abs(days), 'days', language).text),
  );
}
