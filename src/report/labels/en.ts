import { beforeSentence } from '#domain/values/sentence-start.ts';
import { replacementMark } from '#charts/kit/style/fonts.ts';
import { bandTerm } from '#domain/labels/index.ts';
import { nameInList } from '#domain/values/english-subject.ts';

/** Labels of the report. Functions take formatted texts and only order them. */
export const en = {
  title: {
    month: (zone: string, period: string) => `${zone}: report for ${period}`,
    quarter: (zone: string, period: string) => `${zone}: report for ${period}`,
    day: (zone: string, day: string) => `${zone}: report as of ${day}`,
  },
  logoOf: (office: string) => `Logo of ${office}`,
  header: (zone: string, period: string) => `${zone}, report for ${period}`,
  subtitle: (day: string) => `Data as of ${day}`,
  compared: (day: string) => `compared with ${day}`,
  headings: {
    statement: 'Where the zone stands',
    ledger: 'Targets',
    outlook: 'Outlook',
    projects: 'Projects',
    revised: 'Revised since',
    changes: 'Changes in the period',
    achievements: 'Achievements',
    doubts: 'Doubts',
    problems: 'Issues',
    next: 'Next steps',
    figures: 'Figures and their data',
    definitions: 'Definitions, sources and data status',
    log: 'Change log',
  },
  groupCount: {
    established: (count: string) => `${count} established`,
    pipeline: (count: string) => `${count} in the pipeline`,
  },
  groupUnknown: {
    established: 'the number of established projects is not known',
    pipeline: 'the number of projects in the pipeline is not known',
  },
  headline: (established: string, amount: string, pipeline: string) =>
    `${established} established, worth ${amount} in planned investment; ${pipeline}.`,
  headlinePartial: (established: string, amount: string, partial: string, pipeline: string) =>
    `${established} established, planned investment ${amount} ${partial}; ${pipeline}.`,
  headlineNoAmount: (established: string, pipeline: string) => `${established}; ${pipeline}.`,
  headlineClasses: (items: readonly (readonly [name: string, value: string])[]) =>
    `${items.map(([name, value]) => `${value} ${name}`).join(', ')}.`,
  headlineBefore: (day: string, established: string, pipeline: string) =>
    `On ${day}: ${established}, ${pipeline}.`,
  headlineSource: (source: string, day: string) => `Source: ${source} (${day}).`,
  headlineSourceDated: (source: string) => `Source: ${source}.`,
  forecast: (low: string, high: string, when: string) =>
    `forecast ${low} to ${high} ${when} (${bandTerm.en})`,
  pace: (neededPace: string, now: string) =>
    `pace needed ${neededPace} a month, actual pace of the last 12 months ${now} a month`,
  paceFall: (neededPace: string, now: string) =>
    `a fall of ${neededPace} a month needed, actual change of the last 12 months ${now} a month`,
  savedGone: (title: string) => `The saved chart “${title}” can’t be drawn any more.`,
  notComparable:
    'Investment is not output and projects are not companies, so they are never compared; planned is never added to actual.',
  unchanged: (established: string, pipeline: string) =>
    `${established} established and ${pipeline} in the pipeline, both unchanged.`,
  /**
   * The number of projects of a group where another group has changed; `before` is the former
   * number.
   */
  became: {
    established: (before: string, now: string) =>
      before === now
        ? `${now} established, as at the start.`
        : `${now} established, ${before} at the start.`,
    pipeline: (before: string, now: string) =>
      before === now
        ? `${now} in the pipeline, as at the start.`
        : `${now} in the pipeline, ${before} at the start.`,
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
  /** Replaces a difference where the first value is still the last one. */
  indicatorColumns: ['Indicator', 'At the start', 'At the end', 'Difference'] as readonly [
    string,
    string,
    string,
    string,
  ],
  more: (count: string) => `${count} more ${count === '1' ? 'is' : 'are'} in the data pack.`,
  /** A cause and the next step; `who` is its owner and day, or empty. */
  nextStep: (cause: string, step: string, who: string) =>
    `${beforeSentence(cause)}Next step: ${step}${who === '' ? '' : ` (${who})`}`,
  achievement: (month: string, text: string, author: string | undefined) =>
    author === undefined ? `${month}: ${text}` : `${month}: ${text} (${author})`,
  doubt: (rule: string, count: string, names: string) => `${rule} (${count}): ${names}`,
  cause: (name: string, text: string, author: string, day: string) =>
    `${name}: ${text} (${author}, ${day})`,
  noCause: (name: string) => `${name} is behind plan; no cause has been given.`,
  action: (project: string, about: string, reasons: readonly string[]) =>
    `${project} (${about}): ${reasons.join('; ')}.`,
  actionsNeeded: (all: string) =>
    `${all} projects are overdue, stalled, blocked or not updated, as in the table.`,
  /** Of more projects than the table has; `rest` is the number of the others. */
  firstActionsNeeded: (all: string) =>
    `${all} projects are overdue, stalled, blocked or not updated. Those with the most money and days over their limit follow; the others are in the register.`,
  moreActionsNeeded: (all: string, listed: string, rest: string) =>
    `${all} projects are overdue, stalled, blocked or not updated. The table has the ${listed} with the most money and days over their limit; ${rest === '1' ? 'one more is' : `${rest} more are`} in the register.`,
  actionsTable: 'Projects that need action',
  actionColumns: [
    'Project',
    'Planned investment',
    'Problem',
    'Since',
    'Owner',
  ] as readonly string[],
  reasonsJoin: '; ',
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
  slippage: (days: string) => `${days} later`,
  earlier: (days: string) => `${days} earlier`,
  phaseNext: (name: string, day: string) => `The phase “${name}” ends on ${day}.`,
  deadline: (name: string, day: string, remainder: string) =>
    `${name}: ${remainder} remaining, deadline ${day}.`,
  noNext: (day: string) => `No established project has a milestone planned up to ${day}.`,
  issueDue: (project: string, text: string, day: string) => `${project}: ${text}, due ${day}.`,
  mapping: (group: string, stages: string) =>
    `“${group}” are active projects in one of these stages: ${stages}.`,
  planRule: {
    straight:
      'Plan to date follows the time elapsed: a straight line from the baseline to the deadline.',
    checkpoints: 'Plan to date follows the checkpoints, in straight lines between them.',
  },
  planOf: (name: string, plan: string) =>
    `${name}: ${plan.charAt(0).toLowerCase()}${plan.slice(1)}`,
  verdictRule: (ahead: string, on: string, slightly: string) =>
    `Verdicts: progress against plan of at least ${ahead} is ahead of plan, at least ${on} on plan, at least ${slightly} slightly behind, less is behind.`,
  rounding: 'Figures may not add up due to rounding.',
  missing: '“—” is a missing value, with its reason beside it; zero is a value.',
  statuses:
    'Every value is own data, provisional, an estimate, a forecast or an example. Examples are invented and must not be quoted; a verdict based on one is an example too.',
  logColumns: ['Revision', 'Recorded', 'By', 'Change'] as readonly [string, string, string, string],
  known: (revision: number, day: string) => `revision ${revision}, recorded ${day}`,
  list: ', ',
  stop: '.',
  /** The number of a section, of an item, of a table and of a figure. */
  number: (_n: number) => '',
  item: (_n: number) => '',
  tableLabel: (n: number) => `Table ${n}`,
  figureLabel: (n: number) => `Figure ${n}`,
  message: (zone: string, period: string, sentence: string) => `${zone}, ${period}: ${sentence}`,
  closed: (period: string, day: string) => `figures of ${period}, closed on ${day}`,
  sinceDay: (day: string) => `Since ${day}`,
  inPeriod: (period: string, parts: readonly string[]) => `${period}: ${parts.join('; ')}.`,
  /** The mark in figures in place of a character without a font. */
  replacedInFigures: `Some characters of the figures have no font here and are drawn as ${replacementMark}; the text keeps them`,
  /** How many projects moved on or before the day of an edition. */
  byEdition: (n: string, day: string) =>
    `For ${n} of them only the day of the register is known: on or before ${day}.`,
  /** How many projects reached a stage, and which. */
  passed: {
    signed: (n: string) => `${n} signed`,
    construction: (n: string) => `${n} began construction`,
    operation: (n: string) => `${n} began operation`,
    full_capacity: (n: string) => `${n} reached full capacity`,
  },
  passedBy: {
    signed: (names: string) => `${names} signed`,
    construction: (names: string) => `construction of ${names} began`,
    operation: (names: string) => `${names} began operation`,
    full_capacity: (names: string) => `${names} reached full capacity`,
  },
  /** The number of things after the named ones, and of all. */
  andMore: (rest: string, _all: string) => ` and ${rest} more`,
  andMoreProjects: (rest: string, _all: string) => ` and ${rest} more`,
  standing: (names: readonly string[], verdict: string) =>
    `${names.map(nameInList).join(', ')}: ${verdict.charAt(0).toLowerCase()}${verdict.slice(1)}`,
  standings: (count: string, parts: readonly string[]) =>
    `${count === '1' ? 'One target' : `${count} targets`}. ${parts.join('; ')}.`,
  standingCaption: (day: string) => `Targets on ${day}`,
  standingColumns: {
    name: 'Indicator',
    target: 'Target',
    targetOf: (year: string) => `Target ${year}`,
    deadline: 'Deadline',
    now: 'Now',
    yearOnYear: 'Year on year',
    share: 'Share of target',
    plan: 'Plan to date',
    verdict: 'Verdict',
    overTenTimes: 'over 10 times',
    points: (text: string) => `${text} points`,
  },
  splitCaption: 'Parts of targets',
  splitColumns: [
    'Indicator',
    'Unit or function zone',
    'Target of the part',
    'Owner',
  ] as readonly string[],
  splitRest: 'Not yet assigned',
  yearEnd: (year: string) => `end of ${year}`,
  brokenSeries: (name: string, month: string, reason: string) =>
    `${name}: no year-on-year figure, since its definition changed in ${month} (${reason})`,
  covers: (name: string, basis: string) => `${name}: ${basis}`,
  ofDay: (name: string, day: string) => `${name}: value of ${day}`,
  ofTarget: (name: string, was: string) => `${name}: ${was}`,
  inventedOnly: (names: readonly string[]) => `examples: ${names.join(', ')}`,
  note: (parts: readonly string[]) => `Note: ${parts.join('; ')}.`,
  belowPlan: (gap: string) => `${gap} below the plan to date`,
  abovePlan: (gap: string) => `${gap} above the plan to date`,
  paceOf: (name: string, parts: readonly string[]) => `${name}: ${parts.join('; ')}.`,
  behind: {
    slightly_behind: (name: string, gap: string, cause: string) =>
      `${name} is slightly behind plan${gap === '' ? '' : `, ${gap}`}.${cause === '' ? '' : ` ${cause}`}`,
    behind: (name: string, gap: string, cause: string) =>
      `${name} is behind plan${gap === '' ? '' : `, ${gap}`}.${cause === '' ? '' : ` ${cause}`}`,
    missed: (name: string, gap: string, cause: string) =>
      `${name} missed its target${gap === '' ? '' : `, ${gap}`}.${cause === '' ? '' : ` ${cause}`}`,
  },
  causeGiven: (text: string, origin: string) => `Cause: ${text} (${origin}).`,
  causeOwed: 'No cause has been given.',
  outlookCaption: 'What the projects on file bring',
  outlookColumns: [
    'Target',
    'Target value',
    'Now',
    'With signed projects',
    'With all projects',
    'Missing even then',
    'Projects without an amount',
  ] as readonly string[],
  outlookOf: (name: string, prospect: string) => `${name}. ${prospect}`,
  outlookNote: 'Note: chances are not counted; each project is taken at its own amount.',
  keyProjects: 'Key projects, by planned investment',
  keyProjectsAtRates:
    'Key projects, by planned investment at the entered rates; currencies without a rate follow',
  keyColumns: [
    'Project',
    'Industry',
    'Planned investment',
    'Stage',
    'Next milestone',
    'Against original date',
  ] as readonly string[],
  nextMilestone: (day: string, milestone: string) => `${milestone}, ${day}`,
  overdueBy: (days: string) => `overdue by ${days}`,
  asPlanned: 'as first planned',
  revisedColumns: ['Figure', 'Then', 'Now'] as readonly string[],
  revisedFigures: {
    established: 'Established projects',
    established_investment: 'Planned investment of established projects',
    pipeline: 'Pipeline',
    projects: 'projects',
  },
  stepColumns: ['Step', 'Owner', 'Due'] as readonly [string, string, string],
  stepOf: (about: string, step: string) => `${about}: ${step}`,
  milestoneStep: (project: string, milestone: string) => `${project}: ${milestone}`,
  noDue: 'No day set',
  indicatorDefinition: (name: string, unit: string, definition: string) =>
    `${name} (${unit}): ${definition}`,
  sourceList: (sources: readonly string[]) => `Sources: ${sources.join('; ')}.`,
};
