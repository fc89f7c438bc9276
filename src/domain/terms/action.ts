import type { Action, ActionReason } from '#domain/actions.ts';
import { formatDate, formatMoney, formatValue } from '#domain/format.ts';
import type { Language } from '#domain/language.ts';
import type { IsoDate } from '#domain/project.ts';
import { missingTerms } from './data.ts';
import { milestoneTerms } from './field.ts';

interface ReasonWords {
  readonly overdue: (milestone: string, since: string, days: string, plan: string | undefined) => string;
  readonly stalled: (since: string, days: string, limit: string) => string;
  readonly stale: (since: string, days: string, limit: string) => string;
  readonly issue: (since: string, days: string) => string;
  readonly over: (days: string) => string;
}
const words: Readonly<Record<Language, ReasonWords>> = {
  'zh-CN': {
    overdue: (milestone, since, days, plan) => `${milestone}已超期${days}（原定${since}${plan === undefined ? '' : `，现行计划${plan}`}）`,
    stalled: (since, days, limit) => `停滞：自${since}起${days}无实质进展（限${limit}）`,
    stale: (since, days, limit) => `自${since}起${days}未更新（限${limit}）`,
    issue: (since, days) => `有问题应于${since}前办结，已超期${days}`,
    over: (days) => `超限${days}`,
  },
  ja: {
    overdue: (milestone, since, days, plan) =>
      `${milestone}が${days}超過（当初予定${since}${plan === undefined ? '' : `、現在の予定${plan}`}）`,
    stalled: (since, days, limit) => `停滞：${since}から${days}動きなし（限度${limit}）`,
    stale: (since, days, limit) => `${since}から${days}更新なし（限度${limit}）`,
    issue: (since, days) => `未解決の課題が期限の${since}を${days}超過`,
    over: (days) => `${days}超過`,
  },
  en: {
    overdue: (milestone, since, days, plan) =>
      `${milestone} overdue since ${since} (${days})${plan === undefined ? '' : `, now planned for ${plan}`}`,
    stalled: (since, days, limit) => `Stalled: no progress since ${since} (${days}, limit ${limit})`,
    stale: (since, days, limit) => `Not updated since ${since} (${days}, limit ${limit})`,
    issue: (since, days) => `An open issue was due on ${since} (${days} ago)`,
    over: (days) => `${days} over`,
  },
};

const dayText = (date: IsoDate, language: Language): string => formatDate(date, language, 'long');
const daysText = (days: number, language: Language): string => formatValue(days, 'days', language).text;

/** Why a project is in the list of what needs action, in one sentence without a full stop. */
export function actionReasonText(reason: ActionReason, language: Language): string {
  const t = words[language];
  const [since, days] = [dayText(reason.since, language), daysText(reason.days, language)];
  switch (reason.kind) {
    case 'overdue': {
      const { plan } = reason;
      const moved = plan === undefined || plan === reason.since ? undefined : dayText(plan, language);
      return t.overdue(milestoneTerms[reason.milestone][language], since, days, moved);
    }
    case 'issue':
      return t.issue(since, days);
    default:
      return t[reason.kind](since, days, daysText(reason.limit, language));
  }
}

/** By how many days the worst reason is over its limit. */
export const daysOverText = ({ days_over }: Pick<Action, 'days_over'>, language: Language): string =>
  words[language].over(daysText(days_over, language));

/** The amount of a project in the list, or why there is none. */
export const actionAmountText = ({ money, missing }: Action, language: Language): string =>
  money === undefined ? missingTerms[missing ?? 'not_reported'][language] : formatMoney(money, language).text;
