import { formatNumber } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';

const words: Readonly<
  Record<Language, Record<'ahead' | 'behind', (points: string) => string> & { level: string }>
> = {
  'zh-CN': {
    ahead: (points) => `快${points}个百分点`,
    behind: (points) => `慢${points}个百分点`,
    level: '正好符合计划',
  },
  ja: {
    ahead: (points) => `計画を${points}ポイント上回る`,
    behind: (points) => `計画を${points}ポイント下回る`,
    level: 'ちょうど計画どおり',
  },
  en: {
    ahead: (points) => `${points} points ahead`,
    behind: (points) => `${points} points behind`,
    level: 'exactly on plan',
  },
};

/** Writes points against the plan, as "42.31 points ahead". */
export function pointsText(points: number, language: Language): string {
  if (points === 0) return words[language].level;
  return words[language][points < 0 ? 'behind' : 'ahead'](
    formatNumber(Math.abs(points), language, 2),
  );
}
