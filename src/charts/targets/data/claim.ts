import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { TargetRow, Verdict } from '#domain/targets/target-row.ts';
import { midSentence } from '#domain/values/sentence-start.ts';
import { claimTitle, countWord, joinNames } from '#charts/kit/text/claim.ts';

/** Words of a title. `isFirst`: at the start of the sentence, where the word target is written. */
interface ClaimWords {
  readonly met: (count: number, isFirst: boolean) => string;
  readonly well: (count: number, isFirst: boolean) => string;
  readonly behind: (count: number, isFirst: boolean) => string;
  readonly behindNamed: (names: readonly string[], isFirst: boolean) => string;
  readonly missed: (count: number, isFirst: boolean) => string;
  readonly comma: string;
}
const english = (count: number, isFirst: boolean): string =>
  `${countWord(count, 'en')}${isFirst ? (count === 1 ? ' target' : ' targets') : ''} ${count === 1 ? 'is' : 'are'}`;
const chinese = (count: number, isFirst: boolean): string =>
  `${countWord(count, 'zh-CN')}项${isFirst ? '目标' : ''}`;
const claimWords: Readonly<Record<Language, ClaimWords>> = {
  'zh-CN': {
    met: (count, isFirst) => `${chinese(count, isFirst)}已达到`,
    well: (count, isFirst) => `${chinese(count, isFirst)}符合或快于计划`,
    behind: (count, isFirst) => `${chinese(count, isFirst)}慢于计划`,
    behindNamed: (names) => `${joinNames(names, 'zh-CN')}慢于计划`,
    missed: (count, isFirst) => `${chinese(count, isFirst)}未达标`,
    comma: '，',
  },
  ja: {
    met: (count) => `${count}目標を達成`,
    well: (count) => `${count}目標は計画どおりか上回る`,
    behind: (count) => `${count}目標は計画より遅れ`,
    behindNamed: (names) => `${joinNames(names, 'ja')}は計画より遅れ`,
    missed: (count) => `${count}目標は未達成`,
    comma: '、',
  },
  en: {
    met: (count, isFirst) => `${english(count, isFirst)} met`,
    well: (count, isFirst) => `${english(count, isFirst)} on or ahead of plan`,
    behind: (count, isFirst) => `${english(count, isFirst)} behind plan`,
    behindNamed: (names, isFirst) =>
      names.length === 1
        ? `${english(1, isFirst)} behind plan: ${joinNames(names, 'en')}`
        : `${joinNames(names, 'en')} are behind plan`,
    missed: (count, isFirst) => `${english(count, isFirst)} missed`,
    comma: ', ',
  },
};

/** A title has room for two names that are this long together; more targets are counted. */
const mostNames = 2;
const mostCharacters = 40;

/**
 * The targets behind their plan by name, or their number where the names are too many or too long
 * for a title.
 */
function behindText(rows: readonly TargetRow[], isFirst: boolean, language: Language): string {
  const words = claimWords[language];
  const names = rows.map(({ name }) => (language === 'en' ? midSentence(name.en) : name[language]));
  const fits = names.length <= mostNames && names.join('').length <= mostCharacters;
  return fits ? words.behindNamed(names, isFirst) : words.behind(rows.length, isFirst);
}

/**
 * Which targets are met, and which are behind their plan, in a sentence. Targets without a verdict
 * are in no part of it.
 *
 * @returns undefined where no target is met, on its way, behind or missed
 */
export function targetsClaim(
  overview: Pick<Overview, 'targets' | 'zone'>,
  language: Language,
): string | undefined {
  const words = claimWords[language];
  const ofVerdict = (...verdicts: readonly Verdict[]): readonly TargetRow[] =>
    overview.targets.filter(({ verdict }) => verdicts.includes(verdict));
  const [met, well] = [ofVerdict('met').length, ofVerdict('ahead', 'on_plan').length];
  const [behind, missed] = [ofVerdict('slightly_behind', 'behind'), ofVerdict('missed').length];
  const parts: string[] = [];
  if (met > 0) parts.push(words.met(met, true));
  // targets on plan are named only where none is met or none is behind
  if (well > 0 && (met === 0 || behind.length + missed === 0))
    parts.push(words.well(well, parts.length === 0));
  if (behind.length > 0) parts.push(behindText(behind, parts.length === 0, language));
  if (missed > 0) parts.push(words.missed(missed, parts.length === 0));
  return parts.length === 0 ? undefined : claimTitle(parts.join(words.comma), overview, language);
}
