/** Labels of the distribution. Functions take formatted texts and only order them. */
export const en = {
  titleNone: (measure: string) => `${measure}: no project on this day`,
  titleUndisclosed: (measure: string) => `${measure}: no project states one above zero`,
  titleOne: (measure: string, value: string) => `${measure} of the only project: ${value}`,
  title: (measure: string) => `${measure} of single projects by stage`,
  /** The stage with the largest median project, compared with the stage with the smallest. */
  times: (large: string, times: string, small: string) =>
    `the median project in “${large}” is ${times} times that in “${small}”`,
  alike: 'the median project is about as large in every stage',
  subtitle: (measure: string, unit: string) => `${measure} of each project, ${unit}, log axis`,
  bars: 'Height: share of the stage; strong: middle 8 in 10; line: median',
  dots: 'A dot is a project; strong: middle 8 in 10; line: median',
  dotsAndBars:
    'Height: share of the stage, or a dot for each project; strong: middle 8 in 10; line: median',
  heads: { projects: 'Projects', median: 'Median', middle: '8 in 10' },
  outside: 'Others',
  from: (low: string, high: string) => `${low} to ${high}`,
  narrow: (projects: string, median: string, middle: string) =>
    `n ${projects} · median ${median} · 8 in 10 ${middle}`,
  known: (count: string, all: string) => `${count} of ${all} with a value`,
  share: 'Share of the stage',
  value: 'Size',
  counted: (count: string) =>
    count === '1'
      ? 'The only project with a value above zero is counted'
      : `All ${count} projects with a value above zero are counted`,
  undisclosed: (count: string) => `Without a value: ${count}`,
  notPositive: (count: string) => `Zero or less, not on the axis: ${count}`,
  columns: {
    stage: 'Stage',
    unit: 'Unit',
    projects: 'Projects',
    known: 'Above zero',
    median: 'Median',
    low: '10th percentile',
    high: '90th percentile',
    notPositive: 'Zero or less',
    undisclosed: 'Without a value',
    below: (low: string, high: string) => `${low} to under ${high}`,
    codes: 'Project IDs',
  },
  total: 'Total',
};
