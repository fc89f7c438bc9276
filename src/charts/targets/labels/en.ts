import { overviewCharts } from '#charts/kit/names/labels/en.ts';
import { countWord, joinNames } from '#charts/kit/text/claim.ts';

const targets = (count: number, isFirst: boolean): string =>
  `${countWord(count, 'en')}${isFirst ? (count === 1 ? ' target' : ' targets') : ''} ${count === 1 ? 'is' : 'are'}`;

/** Targets by the year in which they all end; an empty year where they end in several. */
const named = (year: string): string => `Targets${year === '' ? '' : ` for ${year}`}`;

/** Labels of the targets, on screen and in pictures. */
export const en = {
  /** Its name in lists of figures. */
  name: overviewCharts.targets,
  title: (ahead: number, judged: number, year: string) =>
    `${named(year)}: ${ahead} of ${judged} on or ahead of plan`,
  /** After the deadline. */
  titleEnded: (met: number, judged: number, year: string) =>
    `${named(year)}: ${met} of ${judged} met`,
  titleNone: (year: string) => `${named(year)}: nothing to judge yet`,
  subtitle: (year: string) =>
    `Share of ${year === '' ? 'each' : `the ${year}`} target. Short line: plan to date; pale band: forecast; arrow: beyond the scale`,
  planBulletHead: 'Progress against plan',
  targetBulletHead: 'Share of target, and forecast',
  verdictHead: 'Against plan to date',
  /** A share of the target over 999 %. */
  overTenTimes: 'over 10 times',
  plan100: 'Plan to date',
  target: 'Target',
  forecastKey: (year: string) =>
    year === '' ? 'Forecast, 10–90%' : `End-${year} forecast, 10–90%`,
  forecastWord: 'Forecast',
  gapOnPlan: (gap: string, plan: string) => `${gap} on plan to date ${plan}`,
  planValue: (plan: string) => `plan to date ${plan}`,
  ofPlan: 'Progress against plan',
  ofTarget: 'Share of target',
  shareOfTarget: (share: string) => `${share} of target`,
  start: (value: string, month: string) => `Baseline ${value}, ${month}`,
  /** The start of a plan without an entered baseline: the first value. */
  sumFrom: (year: string) => `Total from ${year} on`,
  sumSince: (day: string) => `Total since ${day}`,
  firstValue: (value: string, month: string) => `First value ${value}, ${month}`,
  refused: {
    no_latest_value: 'Latest value missing, no forecast',
    no_variation: 'All months changed alike, no forecast',
    too_far_ahead: 'Deadline too far ahead to forecast',
    too_few_observations: 'Too few values to forecast',
    too_short_a_span: 'Too short a span to forecast',
    too_few_years: 'Too few years to forecast',
    deadline_passed: 'Deadline passed, no forecast',
    met: 'Target met, no forecast',
    qualitative: '',
  },
  refusedShort: 'No forecast yet',
  /**
   * The result at the present pace; `amount` is missing or too much. `short` is for a column of a
   * picture.
   */
  outcome: {
    met: (_amount: string): { readonly long: string; readonly short: string } => ({
      long: 'at this pace the target is met',
      short: 'at this pace met',
    }),
    short: (amount: string): { readonly long: string; readonly short: string } => ({
      long: `at this pace ${amount} short of the target`,
      short: `at this pace ${amount} short`,
    }),
    over: (amount: string): { readonly long: string; readonly short: string } => ({
      long: `at this pace ${amount} over the target`,
      short: `at this pace ${amount} over`,
    }),
    shortAway: (amount: string): { readonly long: string; readonly short: string } => ({
      long: `not at this pace: ${amount} short of the target`,
      short: `not at this pace: ${amount} short`,
    }),
    overAway: (amount: string): { readonly long: string; readonly short: string } => ({
      long: `not at this pace: ${amount} over the target`,
      short: `not at this pace: ${amount} over`,
    }),
  },
  /** The separator after a verdict. */
  clause: '; ',
  /** Column of a percentile of the forecast, as 10%. */
  forecastAt: (share: string) => `Forecast, ${share}`,
  atThisPace: 'At this pace',
  noChecklist: 'No checklist reported',
  checklist: (done: number, total: number) => `Checklist ${done} of ${total}`,
  note: 'Investment is not output and projects are not companies, so they are never compared.',
  /**
   * The title as a sentence, in parts. `isFirst`: at the start of the sentence, with the word
   * target.
   */
  claim: {
    met: (count: number, isFirst: boolean) => `${targets(count, isFirst)} met`,
    onPlan: (count: number, isFirst: boolean) => `${targets(count, isFirst)} on or ahead of plan`,
    behind: (count: number, isFirst: boolean) => `${targets(count, isFirst)} behind plan`,
    behindNamed: (names: readonly string[], isFirst: boolean) =>
      names.length === 1
        ? `${targets(1, isFirst)} behind plan: ${joinNames(names, 'en')}`
        : `${joinNames(names, 'en')} are behind plan`,
    missed: (count: number, isFirst: boolean) => `${targets(count, isFirst)} missed`,
    comma: ', ',
  },
  /** For a zone without targets. */
  noTargets: {
    title: 'No targets yet',
    subtitle: 'Once a target and its deadline are set, it is compared with its plan here.',
  },
  columns: {
    name: 'Target',
    unit: 'Unit',
    target: 'Target value',
    deadline: 'Deadline',
    now: 'Now',
    change: (day: string) => `Change since ${day}`,
    changeNote: 'Note on the change',
    date: 'Date',
    plan: 'Plan to date',
    gap: 'Gap to plan',
    points: 'Ahead of plan, points',
    attainment: 'Progress against plan',
    completion: 'Share of target',
    forecast: 'Forecast, middle',
    status: 'Verdict',
    dataStatus: 'Data status',
  },
};
