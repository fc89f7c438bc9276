import { bandRecordTerm, bandTerm } from '#domain/labels/targets/forecast.ts';
import { en as overview } from '#web/features/overview/labels/en.ts';

/** The number of projects of a group on two days; a dash for an unknown one. */
const change = (before: string, now: string): string => {
  if (before !== now) return `${before} → ${now}`;
  return now === '—' ? 'not known' : `${now}`;
};

/** Labels of the targets table and of the parts below it, with those of the overview. */
export const en = {
  ...overview,
  colon: ': ',
  list_of_names: '; ',
  year_end: (v: { year: string }) => `end-${v.year}`,
  targets_table: 'Targets',
  head_target: (v: { year: string }) => `${v.year} target`,
  head_now: 'Now',
  since_day: (v: { date: string }) => `since ${v.date}`,
  head_verdict: 'Verdict',
  draw_measure: (v: { name: string }) => `Draw ${v.name} below`,
  how: (v: { name: string }) => `${v.name}: how this is worked out`,
  how_plan: 'Plan to date',
  how_plan_is: (v: { start: string; from: string; target: string; share: string; plan: string }) =>
    `${v.start} (${v.from}) + (${v.target} − ${v.start}) × ${v.share} = ${v.plan}`,
  baseline_entered: (v: { date: string }) => `baseline, from ${v.date}`,
  baseline_first_value: (v: { date: string }) => `baseline: first value entered, ${v.date}`,
  baseline_zero: (v: { date: string }) => `baseline of a yearly flow, from ${v.date}`,
  baseline_target: (v: { date: string }) =>
    `target, met already on ${v.date}; the plan is to hold it`,
  how_attainment: 'Progress against plan (now ÷ plan to date)',
  how_completion: 'Share of target (now ÷ target)',
  how_quotient: (v: { a: string; b: string; result: string }) => `${v.a} ÷ ${v.b} = ${v.result}`,
  how_gap: 'Gap to plan',
  how_points: 'Points against plan (share of target − plan to date ÷ target)',
  how_remaining: 'Remaining',
  how_difference: (v: { a: string; b: string; result: string }) => `${v.a} − ${v.b} = ${v.result}`,
  how_needed: 'Pace needed, per month',
  how_needed_is: (v: { left: string; months: string; result: string }) =>
    `${v.left} ÷ ${v.months} months = ${v.result}`,
  how_forecast: 'Forecast',
  how_forecast_is: (v: { from: string; pace: string; months: number; middle: string }) =>
    `${v.from} + ${v.pace} × ${v.months} months = ${v.middle}`,
  how_forecast_least: (v: { from: string; pace: string; months: number; middle: string }) =>
    `${v.from} + ${v.pace} × ${v.months} months, at least ${v.middle}`,
  how_forecast_year: (v: { ytd: string; before: string; year: string; middle: string }) =>
    `${v.ytd} (year to date) ÷ (${v.before} (year to date a year earlier) ÷ ${v.year} (last full year)) = ${v.middle}`,
  how_band: '10–90%',
  how_band_is: (v: { low: string; high: string; further: string }) =>
    `${v.low}–${v.high}, if months vary as they have${v.further === '' ? '' : `; ${v.further}`}. ${bandRecordTerm.en}`,
  how_outcome: 'At this pace',
  no_forecast: (v: { reason: string }) => `None: ${v.reason}`,
  record: 'Past forecasts and results',
  how_months: 'Last 12 months',
  how_months_are: (v: { ytd: string; year: string; before: string; result: string }) =>
    `${v.ytd} (year to date) + ${v.year} (last full year) − ${v.before} (year to date a year earlier) = ${v.result}`,
  how_pace: 'Actual pace, per month over the last 12 months',
  how_pace_is: (v: { current: string }) => `${v.current}, the typical monthly change`,
  how_rule: 'Verdict',
  how_rule_is: (v: { ahead: number; on: number; slightly: number }) =>
    `Progress against plan: from ${v.ahead}% ahead of plan, from ${v.on}% on plan, from ${v.slightly}% slightly behind, below that behind plan.`,
  how_wording: 'Wording',
  how_wording_outdated:
    'It was written for an earlier value, comparator or deadline and no longer matches the target.',
  how_was: 'The target before',
  how_source: 'Source of the target',
  checklist_add: 'Add a checklist',
  items_overdue: (v: { n: number }) =>
    v.n === 1 ? '1 item overdue' : `${v.n.toLocaleString('en')} items overdue`,
  month_enter: 'Enter a month',
  plan_checkpoints: (v: {
    items: string;
    start: string;
    day: string;
    share: string;
    example: boolean;
  }) =>
    `Plan to date follows ${v.example ? 'example ' : ''}checkpoints, in parts of the difference between baseline (${v.start}) and target: ${v.items}. On ${v.day} that is ${v.share} of the difference.`,
  checkpoint: (v: { date: string; share: string }) => `${v.share} by ${v.date}`,
  plan_straight: (v: { start: string; day: string; share: string }) =>
    `Plan to date is a straight line from baseline (${v.start}) to target (time elapsed). On ${v.day} that is ${v.share} of the difference between the two.`,
  show_straight: 'Straight line instead',
  show_checkpoints: 'Checkpoints instead',
  never_compared:
    'Investment is not output and projects are not companies, so they are never compared.',
  invest_note:
    'Investment has no target. Investment is not output and projects are not companies, so they are never compared.',
  cause_by: (v: { author: string; month: string }) => `${v.author}, ${v.month}`,
  causes: 'Cause and next step',
  marks: 'Decisions and notes',
  range: 'Range',
  to_date: 'To date',
  to_target: (v: { year: string }) => `To ${v.year}`,
  needs_action: 'Needs action',
  no_targets: 'No targets yet',
  no_targets_lead:
    'Each target with a deadline is compared here with its plan to date, and its months are drawn.',
  set_targets: 'Set targets',
  none_established: 'No project is established yet.',
  none_known_established: 'No project is known to be established.',
  nothing_to_do: 'Nothing is overdue, stalled or out of date.',
  action_order:
    'The largest amount × days over the limit first; other currencies at the entered rates. Projects without an amount or a rate follow, by days.',
  action_unrated: (v: { currencies: string }) => `No rate is entered for ${v.currencies}.`,
  revised_since: (v: { date: string }) => `Revised since ${v.date}`,
  revised_figure: 'Figure',
  revised_then: 'Then',
  revised_now: 'Now',
  revised_none: 'None of these figures was revised since.',
  revised_projects: 'Projects',
  revised_established: 'Established projects',
  revised_established_investment: 'Investment of established projects',
  revised_pipeline: 'Pipeline',
  action_undisclosed: 'Without an amount, in no total',
  and_more: (v: { count: number }) => `and ${v.count.toLocaleString('en')} more`,
  more_targets: (v: { count: number }) =>
    v.count === 1 ? '1 more target' : `${v.count.toLocaleString('en')} more targets`,
  since: (v: { date: string }) => `Since ${v.date}`,
  changed: 'What changed',
  no_compare: 'Choose a day to compare with.',
  see_due: 'What is due next, and passed deadlines',
  see_changes: 'See what changed',
  no_changes: 'No change of stage or status is recorded.',
  change: (v: { from: string; to: string }) => `${v.from} → ${v.to}`,
  change_new: (v: { to: string }) => `New: ${v.to}`,
  both_groups: 'Established, in the pipeline',
  groups_same: (v: { established: string; pipeline: string }) =>
    `${v.established} and ${v.pipeline}, unchanged`,
  groups_changed: (v: {
    established: string;
    pipeline: string;
    established_before: string;
    pipeline_before: string;
  }) =>
    `${change(v.established_before, v.established)} and ${change(v.pipeline_before, v.pipeline)}`,
  established_table: 'Established projects',
  col_project: 'Project',
  col_industry: 'Industry',
  col_stage: 'Stage',
  col_money: (v: { unit: string }) => `Planned investment${v.unit === '' ? '' : `, ${v.unit}`}`,
  col_next: 'Next milestone',
  col_base: 'Original date',
  col_plan: 'Current plan',
  col_status: 'Status',
  on_base: 'On schedule',
  overdue_since: (v: { date: string; days: number }) =>
    `Overdue since ${v.date} (${v.days.toLocaleString('en')} ${v.days === 1 ? 'day' : 'days'})`,
  first_plan_known: (v: { date: string }) => `First plan known, ${v.date}`,
  first_plan: 'First plan known',
  later: (v: { days: number }) =>
    `${v.days.toLocaleString('en')} ${v.days === 1 ? 'day' : 'days'} later than first planned`,
  sooner: (v: { days: number }) =>
    `${v.days.toLocaleString('en')} ${v.days === 1 ? 'day' : 'days'} earlier than first planned`,
  operating_since: (v: { date: string }) => `Operating since ${v.date}`,
  total: 'Total',
  total_stated: (v: { stated: string; all: string }) =>
    `Total of ${v.stated} of ${v.all} projects with an amount`,
  total_reported: (v: { value: string }) => `Total (published: ${v.value})`,
  table_note: 'Each project’s amount, milestone and dates are invented.',
  all_established: 'See all',
  largest: (v: { shown: number; count: number }) =>
    `The largest ${v.shown.toLocaleString('en')} of ${v.count.toLocaleString('en')} by planned investment.`,
  largest_at_rates: (v: { shown: number; count: number }) =>
    `The first ${v.shown.toLocaleString('en')} of ${v.count.toLocaleString('en')} by planned investment, at the entered rates; currencies without a rate follow.`,
  not_all: (v: { shown: number; count: number }) =>
    `${v.shown.toLocaleString('en')} of ${v.count.toLocaleString('en')} shown.`,
  definitions: 'Definitions and methods',
  def_action_is:
    'Overdue: the original date of a milestone has passed and it has not happened, whatever was planned since. The original date is the one in the register, else the first plan date known. Stalled: active, and no move of stage, no changed amount and no file as proof for longer than the limit of its stage; under construction only a change of completed investment counts. Not updated: the record is older than 35 days. Without an amount: no planned investment.',
  def_forecast: 'Forecast',
  def_forecast_is: `The pace of the last 12 months, carried on to the deadline. ${bandTerm.en}. ${bandRecordTerm.en} A forecast is not a target.`,
  changed_since_closed: (v: { month: string; from: string; to: string }) =>
    `changed since ${v.month} was closed: ${v.from} → ${v.to}`,
  next_step_by: (v: { step: string; who: string }) =>
    `Next step: ${v.step}${v.who === '' ? '' : ` (${v.who})`}`,
  value_none: 'no value',
};
