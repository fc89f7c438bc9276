import type { AppliedScenario } from '#domain/outlook/outlook.ts';
import type { OutlookScenario } from '#domain/outlook/scenario/scenario.ts';
import { formatCount } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';

interface ScenarioParts {
  readonly delay: (months: string) => string;
  readonly without: (codes: string) => string;
  readonly notFound: (codes: string) => string;
  readonly added: (n: string) => string;
  readonly rate: (change: string) => string;
  readonly shock: (value: string) => string;
  readonly ramp: (months: string) => string;
  readonly pace: (months: string) => string;
  readonly more: (n: string) => string;
  readonly between: string;
  readonly list: string;
  readonly whole: (what: string) => string;
}
const parts: Readonly<Record<Language, ScenarioParts>> = {
  'zh-CN': {
    delay: (months) => `推迟${months}个月`,
    without: (codes) => `剔除${codes}`,
    notFound: (codes) => `${codes}已不在推进中的项目之列`,
    added: (n) => `增加${n}个项目`,
    rate: (change) => `月均推进${change}`,
    shock: (value) => `共同冲击${value}`,
    ramp: (months) => `${months}个月达产`,
    pace: (months) => `进度取自最近${months}个月`,
    more: (n) => `等另外${n}个`,
    between: '，',
    list: '、',
    whole: (what) => `情景：${what}。并非事实。`,
  },
  ja: {
    delay: (months) => `${months}か月遅れ`,
    without: (codes) => `${codes}を除く`,
    notFound: (codes) => `${codes}は進行中の案件にない`,
    added: (n) => `${n}件を追加`,
    rate: (change) => `月ごとの進展${change}`,
    shock: (value) => `共通ショック${value}`,
    ramp: (months) => `フル稼働まで${months}か月`,
    pace: (months) => `直近${months}か月のペース`,
    more: (n) => `ほか${n}件`,
    between: '、',
    list: '・',
    whole: (what) => `シナリオ：${what}。事実ではない。`,
  },
  en: {
    delay: (months) => `${months} months later`,
    without: (codes) => `${codes} excluded`,
    notFound: (codes) => `${codes} not among the active projects`,
    added: (n) => `${n} added`,
    rate: (change) => `moving on ${change}`,
    shock: (value) => `common shock ${value}`,
    ramp: (months) => `${months} months to full capacity`,
    pace: (months) => `pace of the last ${months} months`,
    more: (n) => `${n} more`,
    between: ', ',
    list: ', ',
    whole: (what) => `Scenario: ${what}. Not a fact.`,
  },
};
/** The largest number of codes that are listed in full. */
const named = 5;

/** A factor as a change in percent: 0.8 is −20%. */
export function formatFactor(factor: number): string {
  const percent = Math.round(factor * 1000 - 1000) / 10;
  return `${percent < 0 ? '−' : '+'}${Math.abs(percent)}%`;
}

/** A scenario, and those of its codes that no active project has. */
type CheckedScenario = OutlookScenario & Partial<Pick<AppliedScenario, 'not_found'>>;

/** Lists codes; of many, the first ones and the number of the others. */
function listCodes(codes: readonly string[], language: Language): string {
  const { list, more } = parts[language];
  const others = codes.length - named;
  return [
    ...codes.slice(0, named),
    ...(others > 0 ? [more(formatCount(others, language))] : []),
  ].join(list);
}

/** Writes what a scenario changes, in one sentence that marks it as a scenario and no fact. */
export function scenarioSentence(scenario: CheckedScenario, language: Language): string {
  const words = parts[language];
  const { without = [], added = [], not_found = [] } = scenario;
  const write = (value: number | undefined, say: (text: string) => string): string[] =>
    value === undefined ? [] : [say(String(value))];
  const writeCodes = (codes: readonly string[], say: (text: string) => string): string[] =>
    codes.length === 0 ? [] : [say(listCodes(codes, language))];
  return words.whole(
    [
      ...write(scenario.delay_months, words.delay),
      ...writeCodes(
        without.filter((code) => !not_found.includes(code)),
        words.without,
      ),
      ...writeCodes(not_found, words.notFound),
      ...(added.length === 0 ? [] : [words.added(formatCount(added.length, language))]),
      ...(scenario.rate === undefined ? [] : [words.rate(formatFactor(scenario.rate))]),
      ...write(scenario.shock, words.shock),
      ...write(scenario.ramp_months, words.ramp),
      ...write(scenario.pace_months, words.pace),
    ].join(words.between),
  );
}
