import { overviewCharts } from '#charts/kit/names/labels/en.ts';
import { startTitle } from '#domain/values/english-subject.ts';

/** Labels of one measure over months. Functions take formatted texts and only order them. */
export const en = {
  /** Its name in lists of figures. */
  name: overviewCharts.progress,
  title: (name: string, now: string, plan: string) =>
    `${startTitle(name)} ${now}, plan to date ${plan}`,
  titleShort: (name: string, gap: string) => `${startTitle(name)} ${gap} short of plan`,
  titleNow: (name: string, now: string) => `${startTitle(name)} ${now}`,
  titleResult: (name: string, when: string, now: string, target: string) =>
    `${startTitle(name)} ${now} ${when}, target ${target}`,
  /** An earlier target and its last day, in two lines. */
  earlier: (target: string, until: string): readonly [string, string] => [
    `was ${target}`,
    `until ${until}`,
  ],
  titleNone: (name: string, why: string) => `${name}: ${why}`,
  subtitle: (name: string, how: string, unit: string) => `${name}, ${how}, ${unit}`,
  total: 'total to date',
  monthEnd: 'month end',
  now: 'Now',
  plan: 'Plan to date',
  target: 'Target',
  by: (date: string) => `by ${date}`,
  endOf: (year: string) => `by end-${year}`,
  forecast: 'Forecast',
  band: '10–90%',
  missing: (reason: string, months: string) => `${reason}, ${months}`,
  /** In place of a value for January, which the rule includes in February. */
  inFebruary: 'Included in February',
  /** Why the values from this month on can't be compared with those before. */
  seriesBreak: (reason: string) => `break in the series: ${reason}`,
  /** Below the figure: the line is interrupted there. */
  breakNote: (month: string, reason: string) =>
    `Break in the series, ${month}: ${reason}. Values before and after it can’t be compared`,
  gap: 'Gap to plan',
  inMonth: 'In the month',
  revised: (earlier: string) => `before revision ${earlier}`,
  exampleSource: 'example months, invented, not a record',
  ownSource: 'monthly data of the zone',
  noPlanInYear: (now: string, plan: string) =>
    `Plan to date by the last 12 months: ${now}, plan to date ${plan}`,
  /** A decision or note on its day; `who` is its owner and day, or empty. */
  mark: {
    decision: 'decision',
    note: 'note',
    due: (day: string) => `due ${day}`,
    done: (day: string) => `done ${day}`,
    line: (day: string, kind: string, text: string, who: string) =>
      `${day}, ${kind}: ${text}${who === '' ? '' : ` (${who})`}`,
    same: (number: string) => `as (${number})`,
    list: ', ',
    separator: '; ',
  },
  columns: {
    month: 'Month',
    value: 'Value',
    inMonth: 'In the month',
    plan: 'Plan to date',
    status: 'Status',
    source: 'Source',
    seriesBreak: 'Break in the series',
    marks: 'Decisions and notes',
    asOf: 'As of',
  },
  year: (year: string) => year,
};
