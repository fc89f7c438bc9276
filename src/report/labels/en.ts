import { bandTerm } from '#domain/labels/index.ts';

/** Labels of the report. Functions take formatted texts and only order them. */
export const en = {
  title: {
    month: (period: string) => `Report for ${period}`,
    quarter: (period: string) => `Report for ${period}`,
    day: (day: string) => `Report as of ${day}`,
  },
  header: (zone: string, period: string) => `${zone}, report for ${period}`,
  subtitle: (zone: string, day: string) => `${zone}, data as of ${day}`,
  compared: (day: string) => `compared with ${day}`,
  headings: {
    statement: 'Where the zone stands',
    ledger: 'Targets',
    changes: 'Changes in the period',
    achievements: 'Achievements',
    doubts: 'Doubts',
    problems: 'Issues',
    next: 'Next steps',
    figures: 'Figures and their data',
    definitions: 'Definitions, sources and data status',
    log: 'Change log',
  },
  headline: (established: string, amount: string, pipeline: string) =>
    `${established} established, worth ${amount} in planned investment; ${pipeline} in the pipeline.`,
  headlineNoAmount: (established: string, pipeline: string) =>
    `${established} established; ${pipeline} in the pipeline.`,
  headlineClasses: (items: readonly (readonly [name: string, value: string])[]) =>
    `${items.map(([name, value]) => `${value} ${name}`).join(', ')}.`,
  headlineBefore: (day: string, established: string, pipeline: string) =>
    `On ${day}: ${established} established, ${pipeline} in the pipeline.`,
  headlineSource: (source: string, day: string) => `Source: ${source} (${day}).`,
  headlineSourceDated: (source: string) => `Source: ${source}.`,
  noHeadline: 'There is no data on projects yet.',
  phase: (name: string, month: number, months: number) =>
    `This is month ${month} of ${months} of the phase “${name}”.`,
  value: (name: string, day: string, value: string) => `${name}: ${value} on ${day}`,
  plan: (plan: string, verdict: string) =>
    `plan to date ${plan}, ${verdict.charAt(0).toLowerCase()}${verdict.slice(1)}`,
  target: (target: string, share: string) => `target ${target}, share of target ${share}`,
  targetOnly: (target: string) => `target ${target}`,
  noValue: (name: string, why: string, target: string) =>
    `${name}: ${why.charAt(0).toLowerCase()}${why.slice(1)}; target ${target}.`,
  checklist: (name: string, done: number, total: number) =>
    `${name}: ${done} of ${total} items of the checklist done.`,
  noChecklist: (name: string, wording: string) => `${name} (${wording}): no checklist reported.`,
  forecast: (low: string, high: string, when: string) =>
    `forecast ${low} to ${high} ${when} (${bandTerm.en})`,
  pace: (needed: string, now: string) =>
    `pace needed ${needed} a month, actual pace of the last 12 months ${now} a month`,
  savedGone: (title: string) => `The saved chart “${title}” can’t be drawn any more.`,
  notComparable:
    'Investment is not output and projects are not companies, so they are never compared; planned is never added to actual.',
  unchanged: (established: string, pipeline: string) =>
    `${established} established and ${pipeline} in the pipeline, both unchanged.`,
  /** How many a group has where the other has changed; `before` is what it had. */
  became: {
    established: (before: string, now: string) =>
      before === now
        ? `Established stayed at ${now}.`
        : `Established went from ${before} to ${now}.`,
    pipeline: (before: string, now: string) =>
      before === now
        ? `The pipeline stayed at ${now}.`
        : `The pipeline went from ${before} to ${now}.`,
  },
  noChanges: 'No project changed in the period.',
  noCompare: 'There is no earlier day to compare with.',
  moves: 'Projects that changed',
  moveColumns: ['Project', 'Change', 'Before', 'Now', 'Date'] as readonly [
    string,
    string,
    string,
    string,
    string,
  ],
  targetsChanged: 'Targets that changed',
  targetColumns: ['Target', 'Was', 'Is', 'Changed on', 'Source'] as readonly [
    string,
    string,
    string,
    string,
    string,
  ],
  targetRemoved: 'removed',
  indicators: 'Indicators',
  /** In place of a difference: the value of the start still is the last one. */
  carried: 'no newer value',
  indicatorColumns: ['Indicator', 'At the start', 'At the end', 'Difference'] as readonly [
    string,
    string,
    string,
    string,
  ],
  more: (count: string) => `${count} more are in the data pack.`,
  /** A cause and the next step; `who` is its owner and day, or empty. */
  nextStep: (cause: string, step: string, who: string) =>
    `${cause}${cause === '' ? '' : ' '}Next step: ${step}${who === '' ? '' : ` (${who})`}`,
  achievement: (month: string, text: string, author: string) => `${month}: ${text} (${author})`,
  doubt: (rule: string, count: string, names: string) => `${rule} (${count}): ${names}`,
  cause: (name: string, text: string, author: string, day: string) =>
    `${name}: ${text} (${author}, ${day})`,
  noCause: (name: string) => `${name} is behind plan; no cause has been given.`,
  action: (project: string, about: string, reasons: readonly string[]) =>
    `${project} (${about}): ${reasons.join('; ')}.`,
  undisclosed: (projects: string) => `${projects}: no amount for the planned investment.`,
  decisions: 'Decisions not done',
  decisionColumns: ['About', 'Decision', 'Owner', 'Due'] as readonly [
    string,
    string,
    string,
    string,
  ],
  unassigned: 'Not assigned',
  overdue: (due: string, days: string) => `${due}, overdue by ${days}`,
  issues: 'Open issues',
  issueColumns: ['Project', 'Issue', 'Since', 'Owner', 'Due'] as readonly [
    string,
    string,
    string,
    string,
    string,
  ],
  noProblems: 'Nothing is overdue or stalled, every record is up to date and no issue is open.',
  milestones: 'Milestones ahead',
  milestoneColumns: ['Project', 'Milestone', 'Current plan', 'Against original date'] as readonly [
    string,
    string,
    string,
    string,
  ],
  slippage: (days: string) => `${days} later than first planned`,
  earlier: (days: string) => `${days} earlier than first planned`,
  phaseNext: (name: string, day: string) => `The phase “${name}” ends on ${day}.`,
  deadline: (name: string, day: string, left: string) =>
    `${name}: ${left} remaining, deadline ${day}.`,
  noNext: (day: string) => `No milestone has a planned date up to ${day}.`,
  issueDue: (project: string, text: string, day: string) => `${project}: ${text}, due ${day}.`,
  definitionColumns: ['Indicator', 'Unit', 'Definition'] as readonly [string, string, string],
  mapping: (group: string, stages: string) =>
    `“${group}” are active projects in one of these stages: ${stages}.`,
  planRule: {
    straight:
      'Plan to date follows the time elapsed: a straight line from the baseline to the deadline.',
    checkpoints: 'Plan to date follows the checkpoints, in straight lines between them.',
  },
  verdictRule: (ahead: string, on: string, slightly: string) =>
    `Verdicts: progress against plan of at least ${ahead} is ahead of plan, at least ${on} on plan, at least ${slightly} slightly behind, less is behind.`,
  rounding: 'Figures may not add up due to rounding.',
  missing: '“—” is a missing value, with its reason beside it; zero is a value.',
  sources: 'Sources',
  sourceColumns: ['Source', 'Date', 'Address'] as readonly [string, string, string],
  status: 'Data status',
  statuses:
    'Every value is own data, provisional, an estimate, a forecast or an example. Examples are invented and must not be quoted; a verdict based on one is an example too.',
  logColumns: ['Revision', 'Recorded (UTC)', 'By', 'Change'] as readonly [
    string,
    string,
    string,
    string,
  ],
  noLog: 'Nothing was recorded in the period.',
  known: (revision: number, day: string) => `revision ${revision}, recorded ${day}`,
  /** What a slide has no room for, and the next ones have. */
  columnsNext: (count: number) =>
    count === 1 ? '1 column is on the next slide' : `${count} columns are on the next slides`,
  rowsNext: (count: number) =>
    count === 1 ? '1 row is on the next slide' : `${count} rows are on the next slides`,
  page: (number: number, of: number) => `Page ${number} of ${of}`,
  list: ', ',
  stop: '.',
};
