import { bandTerm } from '#domain/labels/index.ts';
import type { ReportWords } from './text.ts';

export const en: ReportWords = {
  title: {
    month: (period) => `Report for ${period}`,
    quarter: (period) => `Report for ${period}`,
    day: (day) => `Report as of ${day}`,
  },
  subtitle: (zone, day) => `${zone}, data as of ${day}`,
  compared: (day) => `compared with ${day}`,
  headings: {
    statement: 'Where the zone stands',
    ledger: 'Targets',
    changes: 'Changes in the period',
    problems: 'Issues',
    next: 'Next steps',
    figures: 'Figures and their data',
    definitions: 'Definitions, sources and data status',
    log: 'Change log',
  },
  headline: (established, amount, pipeline) =>
    `${established} established, worth ${amount} in planned investment; ${pipeline} in the pipeline.`,
  headlineNoAmount: (established, pipeline) =>
    `${established} established; ${pipeline} in the pipeline.`,
  headlineClasses: (items) => `${items.map(([name, value]) => `${value} ${name}`).join(', ')}.`,
  headlineBefore: (day, established, pipeline) =>
    `On ${day}: ${established} established, ${pipeline} in the pipeline.`,
  headlineSource: (source, day) => `Source: ${source} (${day}).`,
  headlineSourceDated: (source) => `Source: ${source}.`,
  noHeadline: 'There is no data on projects yet.',
  phase: (name, month, months) => `This is month ${month} of ${months} of the phase “${name}”.`,
  value: (name, day, value) => `${name}: ${value} on ${day}`,
  plan: (plan, verdict) =>
    `plan to date ${plan}, ${verdict.charAt(0).toLowerCase()}${verdict.slice(1)}`,
  target: (target, share) => `target ${target}, share of target ${share}`,
  targetOnly: (target) => `target ${target}`,
  noValue: (name, why, target) =>
    `${name}: ${why.charAt(0).toLowerCase()}${why.slice(1)}; target ${target}.`,
  checklist: (name, done, total) => `${name}: ${done} of ${total} items of the checklist done.`,
  noChecklist: (name, wording) => `${name} (${wording}): no checklist reported.`,
  forecast: (low, high, when) => `forecast ${low} to ${high} ${when} (${bandTerm.en})`,
  pace: (needed, now) =>
    `pace needed ${needed} a month, actual pace of the last 12 months ${now} a month`,
  notComparable:
    'Investment is not output and projects are not companies, so they are never compared; planned is never added to actual.',
  unchanged: (established, pipeline) =>
    `${established} established and ${pipeline} in the pipeline, both unchanged.`,
  became: {
    established: (before, now) =>
      before === now
        ? `Established stayed at ${now}.`
        : `Established went from ${before} to ${now}.`,
    pipeline: (before, now) =>
      before === now
        ? `The pipeline stayed at ${now}.`
        : `The pipeline went from ${before} to ${now}.`,
  },
  noChanges: 'No project changed in the period.',
  noCompare: 'There is no earlier day to compare with.',
  moves: 'Projects that changed',
  moveColumns: ['Project', 'Change', 'Before', 'Now', 'Date'],
  targetsChanged: 'Targets that changed',
  targetColumns: ['Target', 'Was', 'Is', 'Changed on', 'Source'],
  targetRemoved: 'removed',
  indicators: 'Indicators',
  carried: 'no newer value',
  indicatorColumns: ['Indicator', 'At the start', 'At the end', 'Difference'],
  more: (count) => `${count} more are in the data pack.`,
  cause: (name, text, author, day) => `${name}: ${text} (${author}, ${day})`,
  noCause: (name) => `${name} is behind plan; no cause has been given.`,
  action: (project, about, reasons) => `${project} (${about}): ${reasons.join('; ')}.`,
  undisclosed: (projects) => `${projects}: no amount for the planned investment.`,
  issues: 'Open issues',
  issueColumns: ['Project', 'Issue', 'Since', 'Owner', 'Due'],
  noProblems: 'Nothing is overdue or stalled, every record is up to date and no issue is open.',
  milestones: 'Milestones ahead',
  milestoneColumns: ['Project', 'Milestone', 'Current plan', 'Against original date'],
  slippage: (days) => `${days} later than first planned`,
  earlier: (days) => `${days} earlier than first planned`,
  phaseNext: (name, day) => `The phase “${name}” ends on ${day}.`,
  deadline: (name, day, left) => `${name}: ${left} remaining, deadline ${day}.`,
  noNext: (day) => `No milestone is planned up to ${day}.`,
  issueDue: (project, text, day) => `${project}: ${text}, due ${day}.`,
  definitionColumns: ['Indicator', 'Unit', 'Definition'],
  mapping: (group, stages) => `“${group}” are active projects in one of these stages: ${stages}.`,
  planRule: {
    straight:
      'Plan to date follows the time elapsed: a straight line from the baseline to the deadline.',
    checkpoints: 'Plan to date follows the checkpoints, in straight lines between them.',
  },
  verdictRule: (ahead, on, slightly) =>
    `Verdicts: progress against plan of at least ${ahead} is ahead of plan, at least ${on} on plan, at least ${slightly} slightly behind, less is behind.`,
  rounding: 'Figures may not add up due to rounding.',
  missing: '“—” is a missing value, with its reason beside it; zero is a value.',
  sources: 'Sources',
  sourceColumns: ['Source', 'Date', 'Address'],
  status: 'Data status',
  statuses:
    'Every value is own data, provisional, an estimate, a forecast or an example. Examples are invented and must not be quoted; a verdict based on one is an example too.',
  logColumns: ['Revision', 'Recorded (UTC)', 'By', 'Change'],
  noLog: 'Nothing was recorded in the period.',
  known: (revision, day) => `revision ${revision}, recorded ${day}`,
  columnsNext: (count) =>
    count === 1 ? '1 column is on the next slide' : `${count} columns are on the next slides`,
  rowsNext: (count) =>
    count === 1 ? '1 row is on the next slide' : `${count} rows are on the next slides`,
  page: (number, of) => `Page ${number} of ${of}`,
  list: ', ',
  stop: '.',
};
