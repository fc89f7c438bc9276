import type { Language } from '#domain/values/language.ts';

/** Words of the chart of one measure over months. Functions take ready texts and only order them. */
export interface ProgressWords {
  readonly title: (name: string, now: string, plan: string) => string;
  readonly titleShort: (name: string, gap: string) => string;
  readonly titleNow: (name: string, now: string) => string;
  readonly titleResult: (name: string, when: string, now: string, target: string) => string;
  /** An earlier target and until when it held, in two lines. */
  readonly earlier: (target: string, until: string) => readonly [string, string];
  readonly titleNone: (name: string, why: string) => string;
  readonly subtitle: (name: string, how: string, unit: string) => string;
  readonly monthEnd: string;
  readonly now: string;
  readonly plan: string;
  readonly target: string;
  readonly by: (date: string) => string;
  readonly endOf: (year: string) => string;
  readonly forecast: string;
  readonly band: string;
  readonly missing: (reason: string, months: string) => string;
  /** Where there would be a value of a January that its rule leaves out. */
  readonly inFebruary: string;
  readonly gap: string;
  readonly inMonth: string;
  readonly revised: (earlier: string) => string;
  readonly exampleSource: string;
  readonly ownSource: string;
  readonly noPlanInYear: (now: string, plan: string) => string;
  readonly columns: {
    readonly month: string;
    readonly value: string;
    readonly inMonth: string;
    readonly plan: string;
    readonly status: string;
    readonly source: string;
    readonly asOf: string;
  };
}
export const progressWords: Readonly<Record<Language, ProgressWords>> = {
  'zh-CN': {
    title: (name, now, plan) => `${name}${now}，应达进度${plan}`,
    titleShort: (name, gap) => `${name}比计划少${gap}`,
    titleNow: (name, now) => `${name}${now}`,
    titleResult: (name, when, now, target) => `${name}${when}为${now}，目标${target}`,
    earlier: (target, until) => [`原目标${target}`, `至${until}`],
    titleNone: (name, why) => `${name}：${why}`,
    subtitle: (name, how, unit) => `${name}，${how}，${unit}`,
    monthEnd: '月末',
    now: '当前',
    plan: '应达进度',
    target: '目标',
    by: (date) => date,
    endOf: (year) => `${year}年末`,
    forecast: '预测',
    band: '10–90%',
    missing: (reason, months) => `${months}${reason}`,
    inFebruary: '并入2月填报',
    gap: '与计划差距',
    inMonth: '当月',
    revised: (earlier) => `修订前 ${earlier}`,
    exampleSource: '示例月度数据，虚构，非统计记录',
    ownSource: '本区月度数据',
    noPlanInYear: (now, plan) => `应达进度按近12个月计：${now}，应达进度${plan}`,
    columns: {
      month: '月份',
      value: '数值',
      inMonth: '当月',
      plan: '应达进度',
      status: '状态',
      source: '来源',
      asOf: '数据截至',
    },
  },
  ja: {
    title: (name, now, plan) => `${name}${now}、計画値は${plan}`,
    titleShort: (name, gap) => `${name}は計画を${gap}下回る`,
    titleNow: (name, now) => `${name}${now}`,
    titleResult: (name, when, now, target) => `${name}は${when}に${now}、目標は${target}`,
    earlier: (target, until) => [`以前の目標${target}`, `${until}まで`],
    titleNone: (name, why) => `${name}：${why}`,
    subtitle: (name, how, unit) => `${name}、${how}、${unit}`,
    monthEnd: '月末',
    now: '現在',
    plan: '計画値',
    target: '目標',
    by: (date) => date,
    endOf: (year) => `${year}年末`,
    forecast: '予測',
    band: '10–90%',
    missing: (reason, months) => `${months}は${reason}`,
    inFebruary: '2月分に含む',
    gap: '計画との差',
    inMonth: '当月',
    revised: (earlier) => `訂正前 ${earlier}`,
    exampleSource: '例示の月次データ（架空、統計ではありません）',
    ownSource: '自地区の月次データ',
    noPlanInYear: (now, plan) => `計画値は直近12か月で見る：${now}、計画値は${plan}`,
    columns: {
      month: '月',
      value: '値',
      inMonth: '当月',
      plan: '計画値',
      status: '状態',
      source: '出典',
      asOf: '時点',
    },
  },
  en: {
    title: (name, now, plan) => `${name} ${now}, plan to date ${plan}`,
    titleShort: (name, gap) => `${name} ${gap} short of plan`,
    titleNow: (name, now) => `${name} ${now}`,
    titleResult: (name, when, now, target) => `${name} ${now} ${when}, target ${target}`,
    earlier: (target, until) => [`was ${target}`, `until ${until}`],
    titleNone: (name, why) => `${name}: ${why}`,
    subtitle: (name, how, unit) => `${name}, ${how}, ${unit}`,
    monthEnd: 'month end',
    now: 'Now',
    plan: 'Plan to date',
    target: 'Target',
    by: (date) => `by ${date}`,
    endOf: (year) => `by end-${year}`,
    forecast: 'Forecast',
    band: '10–90%',
    missing: (reason, months) => `${reason}, ${months}`,
    inFebruary: 'Included in February',
    gap: 'Gap to plan',
    inMonth: 'In the month',
    revised: (earlier) => `before revision ${earlier}`,
    exampleSource: 'example months, invented, not a record',
    ownSource: 'monthly data of the zone',
    noPlanInYear: (now, plan) => `Plan to date by the last 12 months: ${now}, plan to date ${plan}`,
    columns: {
      month: 'Month',
      value: 'Value',
      inMonth: 'In the month',
      plan: 'Plan to date',
      status: 'Status',
      source: 'Source',
      asOf: 'As of',
    },
  },
};
