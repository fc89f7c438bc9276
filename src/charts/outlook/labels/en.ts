/** Labels of the chart of the outlook. Functions take formatted texts and only order them. */
export const en = {
  name: 'What is missing even if everything lands',
  title: (target: string, missing: string) =>
    `${target}: ${missing} short of the target even if every project lands`,
  titleBeyond: (target: string, over: string) =>
    `${target}: ${over} over the target if every project lands`,
  titleMet: (target: string) => `${target}: on the target if every project lands`,
  titleNone: 'No target can be compared with the projects on file',
  subtitle:
    'Share of each target. Solid: now; light: if signed projects land; dashed: if all land; no probabilities',
  target: 'Target = 100%',
  now: (value: string) => `now ${value}`,
  signed: (value: string) => `signed ${value}`,
  all: (value: string) => `all ${value}`,
  missing: (value: string) => `missing ${value}`,
  beyond: (value: string) => `+${value}`,
  notReported: 'Not reported',
  noProjects: 'no project adds to this target',
  /** What the sums leave out; `undated` is empty where every amount has a date. */
  unknown: (count: number) =>
    count === 1
      ? '1 project without an amount is not counted'
      : `${count.toLocaleString('en')} projects without an amount are not counted`,
  undated: (value: string) => `${value} without a date`,
  columns: {
    name: 'Target',
    unit: 'Unit',
    target: 'Target value',
    now: 'Now',
    signed: 'If signed projects land',
    all: 'If all projects land',
    missing: 'Missing even then',
    onTime: 'Of it at full capacity by the deadline',
    undated: 'Of it without a date',
    unknown: 'Projects without an amount',
    status: 'Data status',
    scenario: 'Scenario',
  },
};
