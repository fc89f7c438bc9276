/** The sources of the rows behind measures. */
export const sources = {
  register: 'The register of projects',
  values: 'Values reported or published for each month, each with its source',
  targets: 'The target as it was set, with its source',
  register_and_values: 'The register of projects and the values of the zone',
};

/** The units of measures. */
export const units = {
  projects: 'projects',
  money: 'money, each currency apart',
  days: 'days',
  percent: '%',
  points: 'percentage points',
  ratio: 'ratio',
  of_target: 'the unit of the target',
  of_target_per_month: 'the unit of the target, per month',
  of_fact: 'the unit of the fact',
  index: 'without a unit',
  items: 'items',
  jobs: 'jobs',
  words: 'words',
};
