import { overviewCharts } from '#charts/kit/names/labels/ja.ts';
import { nameBeforeValue } from '#domain/values/sentence-start.ts';
import type { SameLabels } from '#domain/labels/bundle.ts';
import type { en } from './en.ts';

export const ja: SameLabels<typeof en> = {
  name: overviewCharts.progress,
  title: (name, now, plan) => `${nameBeforeValue(name)}${now}、計画値は${plan}`,
  titleShort: (name, gap) => `${name}は計画を${gap}下回る`,
  titleNow: (name, now) => `${nameBeforeValue(name)}${now}`,
  titleResult: (name, when, now, target) => `${name}は${when}に${now}、目標は${target}`,
  earlier: (target, until) => [`以前の目標${target}`, `${until}まで`],
  titleNone: (name, why) => `${name}：${why}`,
  subtitle: (name, how, unit) => `${name}、${how}、${unit}`,
  total: '累計',
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
  /** Why the values from this month on can't be compared with those before. */
  seriesBreak: (reason: string) => `系列の断絶：${reason}`,
  breakNote: (month: string, reason: string) =>
    `${month}に系列の断絶：${reason}。前後の値は比較できない`,
  gap: '計画との差',
  inMonth: '当月',
  revised: (earlier) => `訂正前 ${earlier}`,
  exampleSource: '例示の月次データ（架空、統計ではありません）',
  ownSource: '自地区の月次データ',
  noPlanInYear: (now, plan) => `計画値は直近12か月で見る：${now}、計画値は${plan}`,
  mark: {
    decision: '決定事項',
    note: 'メモ',
    due: (day) => `期限${day}`,
    done: (day) => `${day}完了`,
    line: (day, kind, text, who) => `${day} ${kind}：${text}${who === '' ? '' : `（${who}）`}`,
    same: (number) => `(${number})と同じ`,
    list: '、',
    separator: '；',
  },
  columns: {
    month: '月',
    value: '値',
    inMonth: '当月',
    plan: '計画値',
    status: '状態',
    source: '出典',
    seriesBreak: '系列の断絶',
    marks: '決定事項とメモ',
    asOf: '時点',
  },
  year: (year) => `${year}年`,
};
