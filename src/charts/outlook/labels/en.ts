const statedBy = (n: string): string =>
  n === '1' ? 'The one project that states it' : `The ${n} projects that state it`;

/** Labels of the chart of the outlook. Functions take formatted texts and only order them. */
export const en = {
  title: (target: string, missing: string) =>
    `${target}: ${missing} short of the target even if every project lands`,
  titleBeyond: (target: string, over: string) =>
    `${target}: ${over} over the target if every project lands`,
  titleMet: (target: string) => `${target}: on the target if every project lands`,
  titleNoTarget: 'No target is set',
  titleNone: 'No target can be compared with the projects on file',
  subtitle:
    'Share of each target. Solid: now; light: if signed projects land; dashed: if all land; no probabilities',
  target: 'Target = 100%',
  now: (value: string) => `now ${value}`,
  signed: (value: string) => `signed ${value}`,
  all: (value: string) => `all ${value}`,
  missing: (value: string) => `missing ${value}`,
  beyond: (value: string) => `+${value}`,
  /** The amount by which a value is above an upper limit. */
  over: (value: string) => `${value} over the limit`,
  noProjects: 'no project adds to this target',
  /** The projects that the sums leave out; `undated` is empty where every amount has a date. */
  unknown: (count: number) =>
    count === 1
      ? '1 project without a figure is not counted'
      : `${count.toLocaleString('en')} projects without a figure are not counted`,
  /** Full capacity comes after the deadline. */
  late: (value: string) => `${value} after the deadline`,
  undated: (value: string) => `${value} without a date`,
  /** One target as sentences to read out. */
  say: {
    /** The value of a target on the day of the page, and on another day. */
    today: (value: string) => value,
    onDay: (v: { value: string; date: string }) => `${v.value} (${v.date})`,
    now: (v: { name: string; now: string; target: string }) =>
      `${v.name}: ${v.now} of ${v.target}.`,
    met: (v: { name: string; target: string; now: string }) =>
      `${v.name}: the target ${v.target} is met with ${v.now}.`,
    pace: (v: { value: string; date: string }) =>
      `At the pace of the last twelve months it will be ${v.value} by ${v.date}.`,
    paceShort: (v: { value: string; date: string; by: string }) =>
      `At the pace of the last twelve months it will be ${v.value} by ${v.date}, ${v.by} short.`,
    needed: (v: { neededPace: string; pace: string }) =>
      `${v.neededPace} a month are needed; ${v.pace} are gained.`,
    neededLost: (v: { neededPace: string; pace: string }) =>
      `${v.neededPace} a month are needed; ${v.pace} are lost.`,
    neededFall: (v: { neededPace: string; pace: string }) =>
      `A fall of ${v.neededPace} a month is needed; the actual change is ${v.pace} a month.`,
    neededYear: (v: { neededPace: string; pace: string }) =>
      `${v.neededPace} a month are needed; this year brought ${v.pace} a month.`,
    neededSince: (v: { neededPace: string; pace: string; month: string }) =>
      `${v.neededPace} a month are needed; since the break in ${v.month} it was ${v.pace} a month.`,
    neededTotal: (v: { neededPace: string; pace: string }) =>
      `The twelve-month total must rise by ${v.neededPace} a month; it rises by ${v.pace}.`,
    neededTotalLost: (v: { neededPace: string; pace: string }) =>
      `The twelve-month total must rise by ${v.neededPace} a month; it falls by ${v.pace}.`,
    ceiling: (v: { n: string; ceiling: string; missing: string }) =>
      `${statedBy(v.n)} would bring it to ${v.ceiling}, so ${v.missing} must come from elsewhere.`,
    enough: (v: { n: string; ceiling: string }) =>
      `${statedBy(v.n)} would bring it to ${v.ceiling} if ${v.n === '1' ? 'it lands' : 'all land'}.`,
    late: (v: { late: string }) => `Of it, ${v.late} come only after the deadline.`,
    undated: (v: { undated: string }) => `For ${v.undated} of it no date is known.`,
    /** A target of a checklist, after its deadline or once it is met. */
    listMet: (v: { name: string; done: string; total: string }) =>
      `${v.name}: the target is met, ${v.done} of ${v.total} items are done.`,
    listMissed: (v: { name: string; done: string; total: string }) =>
      `${v.name}: the target was missed, ${v.done} of ${v.total} items were done.`,
    missed: (v: { name: string; now: string; target: string; by: string }) =>
      `${v.name}: ${v.now} of ${v.target}; the target was missed by ${v.by}.`,
    missedLimit: (v: { name: string; now: string; target: string; by: string }) =>
      `${v.name}: ${v.now} of ${v.target}; the limit was exceeded by ${v.by}.`,
    noneAtDeadline: (v: { name: string }) =>
      `${v.name}: no value is reported at the deadline, so it is not known whether the target was met.`,
    unreported: (v: { name: string }) => `${v.name}: no value is reported, so there is no verdict.`,
    unknown: (v: { name: string }) => `${v.name}: it is not known whether the target will be met.`,
  },
  columns: {
    name: 'Target',
    unit: 'Unit',
    target: 'Target value',
    now: 'Now',
    signed: 'If signed projects land',
    all: 'If all projects land',
    missing: 'Missing even then',
    missingOrOver: 'Missing or over, if all land',
    onTime: 'Of it at full capacity by the deadline',
    late: 'Of it after the deadline',
    undated: 'Of it without a date',
    unknown: 'Projects without a figure',
    status: 'Data status',
    scenario: 'Scenario',
  },
};
