/** Labels of the chart of completeness and freshness. Functions take formatted texts. */
export const en = {
  title: (field: string, missing: string, all: string) =>
    `${field}: missing for ${missing} of ${all} ${all === '1' ? 'project' : 'projects'}`,
  titleOwner: (owner: string, missing: string, all: string) =>
    `${owner}: ${missing} of ${all} values are missing`,
  titleFilled: 'Every field is filled',
  titleNone: 'No project to check',
  titleNoOwners: 'Your role does not see owners',
  subtitle: (projects: string, hasAges: boolean) =>
    `Share of applicable projects with a value${hasAges ? ', and age of the last update of their record' : ''}; ${projects}`,
  subtitleOwner: (projects: string, hasAges: boolean) =>
    `Share of applicable fields with a value${hasAges ? ', and age of the last update of the record' : ''}; ${projects}`,
  noAges: 'No record states the day of its last update',
  projects: (count: string) => (count === '1' ? '1 active project' : `${count} active projects`),
  heads: {
    complete: 'Complete',
    filled: 'filled',
    missing: 'missing',
    age: 'Age of last update',
    oldest: 'oldest',
  },
  narrow: (filled: string, missing: string) => `${filled}, ${missing} missing`,
  noValue: 'no value',
  days: (count: string) => `${count} d`,
  ages: { fresh: 'to 30 d', ageing: '31–90 d', old: 'over 90 d', unknown: 'no day of update' },
  notFilled: 'Not filled: dashed. Not applicable: not counted',
  notDisclosed: (count: string) =>
    `${count} of the missing values are not disclosed by their source`,
  never: (names: string) => `Without any value: ${names}`,
  others: (count: string) =>
    count === '1' ? '1 more row in the table' : `${count} more rows in the table`,
  by: 'Rows',
  groups: {
    figures: 'Fields of the figures',
    stages: 'Fields that stages ask for',
    owner: 'Owners',
  },
  /** The day of a milestone, planned or done, and the day on which it was done. */
  dates: {
    start: 'Start date',
    completion: 'Completion date',
    operation: 'Opening date',
    full_capacity: 'Full-capacity date',
  },
  doneDates: {
    start: 'Actual start date',
    completion: 'Actual completion date',
    operation: 'Actual opening date',
    full_capacity: 'Actual full-capacity date',
  },
  noOwner: 'Not assigned',
  columns: {
    field: 'Field',
    owner: 'Owner',
    group: 'Used for',
    projects: 'Projects',
    applicable: 'Applicable',
    filled: 'Filled',
    missing: 'Missing',
    notDisclosed: 'Not disclosed',
    share: 'Share filled',
    fresh: 'Updated up to 30 days ago',
    ageing: 'Updated 31–90 days ago',
    old: 'Updated over 90 days ago',
    unknown: 'Without a day of update',
    oldest: 'Oldest update in days',
  },
};
