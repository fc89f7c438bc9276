import type { Action, ActionList, ActionReason } from '#domain/projects/actions.ts';
import { formatDate, formatValue } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { moneyText, type PageUnits } from '#domain/overview/money-units.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { missingTerms } from '#domain/labels/general/missing-figure.ts';
import { lightTerms } from './light.ts';
import { milestoneTerms } from './field.ts';

interface ReasonWords {
  readonly overdue: (
    milestone: string,
    since: string,
    days: string,
    plan: string | undefined,
  ) => string;
  readonly stalled: (since: string, days: string, limit: string) => string;
  readonly stale: (since: string, days: string, limit: string) => string;
  readonly issue: (since: string, days: string) => string;
  /** `days` is undefined on the first day. */
  readonly blocked: (since: string, days: string | undefined) => string;
  /** In a cell of a table, beside the day. */
  readonly short: {
    readonly overdue: (milestone: string, days: string) => string;
    readonly stalled: (days: string, limit: string) => string;
    readonly stale: (days: string) => string;
    readonly issue: (days: string) => string;
    readonly blocked: (days: string) => string;
    /** On the first day. */
    readonly newlyBlocked: (since: string) => string;
  };
  readonly over: (days: string) => string;
  readonly undated: (count: number) => string;
  readonly notJudged: (count: number) => string;
}
const words: Readonly<Record<Language, ReasonWords>> = {
  'zh-CN': {
    overdue: (milestone, since, days, plan) =>
      `${milestone}已超期${days}（原定${since}${plan === undefined ? '' : `，现行计划${plan}`}）`,
    stalled: (since, days, limit) => `停滞：自${since}起${days}无实质进展（限${limit}）`,
    stale: (since, days, limit) => `自${since}起${days}未更新（限${limit}）`,
    blocked: (since, days) => `阶段条件自${since}起受阻${days === undefined ? '' : `（${days}）`}`,
    issue: (since, days) => `有问题应于${since}前办结，已超期${days}`,
    short: {
      overdue: (milestone, days) => `${milestone}超期${days}`,
      stalled: (days, limit) => `停滞${days}（限${limit}）`,
      stale: (days) => `${days}未更新`,
      issue: (days) => `问题超期${days}`,
      blocked: (days) => `受阻${days}`,
      newlyBlocked: (since) => `自${since}起受阻`,
    },
    over: (days) => `超限${days}`,
    undated: (count) =>
      `${count.toLocaleString('zh-CN')}个项目无法判断：没有计划日期、更新日期和进入当前阶段的日期。`,
    notJudged: (count) =>
      `${count.toLocaleString('zh-CN')}个在建项目未作判断：累计完成投资仅见于一版台账。`,
  },
  ja: {
    overdue: (milestone, since, days, plan) =>
      `${milestone}が${days}超過（当初予定${since}${plan === undefined ? '' : `、現在の予定${plan}`}）`,
    stalled: (since, days, limit) => `停滞：${since}から${days}動きなし（限度${limit}）`,
    stale: (since, days, limit) => `${since}から${days}更新なし（限度${limit}）`,
    blocked: (since, days) =>
      `段階の要件に${since}から支障あり${days === undefined ? '' : `（${days}）`}`,
    issue: (since, days) => `未解決の課題が期限の${since}を${days}超過`,
    short: {
      overdue: (milestone, days) => `${milestone}が${days}超過`,
      stalled: (days, limit) => `停滞${days}（限度${limit}）`,
      stale: (days) => `更新なし${days}`,
      issue: (days) => `課題が${days}超過`,
      blocked: (days) => `支障あり${days}`,
      newlyBlocked: (since) => `${since}から支障あり`,
    },
    over: (days) => `${days}超過`,
    undated: (count) =>
      `${count.toLocaleString('ja')}件は判断できない：予定日、更新日、段階の日付がいずれもない。`,
    notJudged: (count) =>
      `建設中の${count.toLocaleString('ja')}件は判定しない。累計投資実績の記載が台帳の1つの版に限られるため。`,
  },
  en: {
    overdue: (milestone, since, days, plan) =>
      `${milestone} overdue since ${since} (${days})${plan === undefined ? '' : `, now planned for ${plan}`}`,
    stalled: (since, days, limit) =>
      `Stalled: no progress since ${since} (${days}, limit ${limit})`,
    stale: (since, days, limit) => `Not updated since ${since} (${days}, limit ${limit})`,
    blocked: (since, days) =>
      `A gate has been blocked since ${since}${days === undefined ? '' : ` (${days})`}`,
    issue: (since, days) => `An open issue was due on ${since} (${days} ago)`,
    short: {
      overdue: (milestone, days) => `${milestone} overdue by ${days}`,
      stalled: (days, limit) => `Stalled for ${days} (limit ${limit})`,
      stale: (days) => `No update for ${days}`,
      issue: (days) => `Issue overdue by ${days}`,
      blocked: (days) => `Blocked for ${days}`,
      newlyBlocked: (since) => `Blocked since ${since}`,
    },
    over: (days) => `${days} over`,
    undated: (count) =>
      `Not known for ${count.toLocaleString('en')} ${count === 1 ? 'project' : 'projects'}: no planned date, no update and no day of the stage is stated.`,
    notJudged: (count) =>
      `${count.toLocaleString('en')} under construction ${count === 1 ? 'is' : 'are'} not judged: completed investment is known from one edition of the register only.`,
  },
};

const dayText = (date: IsoDate, language: Language): string => formatDate(date, language, 'long');
const daysText = (days: number, language: Language): string =>
  formatValue(days, 'days', language).text;

/** Why a project needs action, in one sentence without a full stop. */
export function actionReasonText(reason: ActionReason, language: Language): string {
  const t = words[language];
  const [since, days] = [dayText(reason.since, language), daysText(reason.days, language)];
  switch (reason.kind) {
    case 'overdue': {
      const { plan } = reason;
      const moved =
        plan === undefined || plan === reason.since ? undefined : dayText(plan, language);
      return t.overdue(milestoneTerms[reason.milestone][language], since, days, moved);
    }
    case 'issue':
      return t.issue(since, days);
    case 'blocked':
      return t.blocked(since, reason.days === 0 ? undefined : days);
    default:
      return t[reason.kind](since, days, daysText(reason.limit, language));
  }
}

/** Why a project needs action, for a cell of a table that has the day in another one. */
export function shortReasonText(reason: ActionReason, language: Language): string {
  const t = words[language].short;
  const days = daysText(reason.days, language);
  switch (reason.kind) {
    case 'overdue':
      return t.overdue(milestoneTerms[reason.milestone][language], days);
    case 'stalled':
      return t.stalled(days, daysText(reason.limit, language));
    case 'blocked':
      return reason.days === 0 ? t.newlyBlocked(dayText(reason.since, language)) : t.blocked(days);
    default:
      return t[reason.kind](days);
  }
}

/**
 * The largest number of days by which a reason exceeds its limit, as text. A blocked gate has no
 * limit: the text says how long it has been blocked.
 */
export function daysOverText(
  { days_over, reasons: [worst] }: Pick<Action, 'days_over' | 'reasons'>,
  language: Language,
): string {
  return worst?.kind === 'blocked'
    ? shortReasonText(worst, language)
    : words[language].over(daysText(days_over, language));
}

/** The amount of a project in the list, or why it has none. */
export const actionAmountText = (
  { money, missing }: Action,
  language: Language,
  units?: PageUnits,
): string =>
  money === undefined
    ? missingTerms[missing ?? 'not_reported'][language]
    : moneyText(money, units, language);

/** The number of projects that cannot be judged, with one sentence for each reason. */
export const notKnownActionTexts = (
  { undated, not_judged }: Pick<ActionList, 'undated' | 'not_judged'>,
  language: Language,
): string[] => [
  ...(undated > 0 ? [words[language].undated(undated)] : []),
  ...(not_judged > 0 ? [words[language].notJudged(not_judged)] : []),
];

/**
 * How many projects need action: a lower bound where some cannot be judged; unknown where none was
 * found and some cannot be judged.
 */
export function actionCountText(
  { total, undated, not_judged }: Omit<ActionList, 'items' | 'unrated'>,
  language: Language,
): string {
  const isComplete = undated === 0 && not_judged === 0;
  if (total === 0 && !isComplete) return lightTerms.not_known[language];
  return formatValue(total, 'projects', language, isComplete ? {} : { qualifier: 'at_least' }).text;
}
