/** Labels of the timeline of projects. Functions take formatted texts and only order them. */
export const en = {
  /** Counts are words of a sentence, as three. */
  title: (behind: string, all: string, days: string) =>
    `${behind} of ${all} projects run about ${days} days behind the original date`,
  titleOne: (all: string, days: string) =>
    `One of ${all} projects runs ${days} days behind the original date`,
  titleOnly: (days: string) => `The project runs ${days} days behind the original date`,
  titlePlanned: 'No project is behind its original dates',
  /** Of the projects with an original date; others have none, or were late when done. */
  titleNotBehind: (count: string) => {
    if (count === 'one') return 'The one project with an original date is not behind it';
    const subject = count === 'two' ? 'Neither' : 'None';
    return `${subject} of the ${count} projects with an original date is behind it`;
  },
  titleNoOriginal: 'No project has an original date to compare with',
  titleNoDates: 'No project has a date of a milestone',
  titleNone: 'No project to show',
  subtitle:
    'Circle: start; square: opening; triangle: full capacity; diamond: deadline of a gate. Filled: done; hollow: plan; tick: original date; thick line: later than original',
  subtitleLines:
    'One line per project, by next milestone. Thin: to come; medium: under way; thick: past the original date',
  subtitleQuarters:
    'Milestones by the quarter of their original date, or else of the plan or the actual day',
  marks: {
    start: 'Start',
    completion: 'Completion',
    operation: 'Opening',
    full_capacity: 'Full capacity',
  },
  /** A milestone inside a sentence. */
  inSentence: {
    start: 'start',
    completion: 'completion',
    operation: 'opening',
    full_capacity: 'full capacity',
  },
  next: (days: number) => `next ${days} days`,
  nextHead: (days: number) => `Next ${days} days`,
  passedHead: 'Deadline passed',
  against: 'Against original',
  longest: 'Longest delays',
  nearest: 'Next milestones',
  due: (code: string, what: string, day: string) => `${code} ${what} ${day}`,
  first: (day: string) => `first due ${day}`,
  dates: (n: string) => `${n} ${n === '1' ? 'date' : 'dates'}`,
  more: (count: string) => `${count} more`,
  nothingDue: 'nothing due',
  verdict: {
    later: (what: string, days: string) => `${what} +${days} d`,
    overdue: (what: string, days: string) => `${what} overdue ${days} d`,
    done_late: (what: string, days: string) => `${what}, done +${days} d`,
    earlier: (what: string, days: string) => `${what} ${days} d earlier`,
    as_planned: 'as planned',
    no_original: 'no original date',
    no_day: 'day not known',
    no_dates: 'no dates',
  },
  delay: (code: string, days: string) => `${code} +${days} d`,
  projects: (count: string) => (count === '1' ? '1 project' : `${count} projects`),
  parts: {
    done: 'Done on time',
    done_late: 'Done late',
    done_unknown: 'Done, not known whether on time',
    late: 'Overdue',
    later: 'Re-planned later',
    open: 'Not yet due',
  },
  before: 'earlier',
  after: 'later',
  states: {
    done: 'done',
    passed: 'passed, day not known',
    planned: 'planned',
    original: 'original',
    overdue: 'overdue',
    gate: 'deadline',
  },
  zoom: 'Time shown',
  zooms: {
    all: 'All',
    five_years: 'Five years',
    three_years: 'Three years',
    one_year: 'One year',
  },
  group: 'Projects',
  groups: { established: 'Established projects', pipeline: 'Pipeline', all: 'All active projects' },
  undated: (count: string) => `${count} without a date`,
  noOriginal: (count: string) => `${count} without an original date`,
  median: (days: string) => `Median of open delays: ${days} days`,
  columns: {
    code: 'Project ID',
    name: 'Project name',
    stage: 'Stage',
    original: (milestone: string) => `${milestone}: original date`,
    plan: (milestone: string) => `${milestone}: current plan`,
    actual: (milestone: string) => `${milestone}: actual`,
    verdict: 'Against original',
    days: 'Days behind',
    gates: 'Gates and deadlines',
    quarter: 'Quarter',
  },
};
