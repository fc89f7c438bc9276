/** Labels of the chart of the time in each stage. Functions take formatted texts. */
export const en = {
  /** A stage in a sentence, where the zone has no word of its own for it. */
  nouns: {
    lead: 'leads',
    negotiation: 'negotiations',
    signed: 'signed projects',
    registered: 'registered projects',
    construction: 'projects under construction',
    operation: 'projects in operation',
    full_capacity: 'projects at full capacity',
  },
  ownNoun: (stage: string) => `in “${stage}”`,
  over: (over: string, all: string, stage: string) => `${over} of ${all} ${stage}`,
  title: (parts: string) => `${parts} are over their limit`,
  titleOne: (part: string) => `${part} is over its limit`,
  titleWithin: 'No project is over its limit',
  titleWithinOf: (n: number) =>
    n === 1
      ? 'The one project with a known day of entry is within its limit'
      : `None of ${n} projects with a known day of entry is over its limit`,
  titleNoLimit: 'Days that projects stand in each stage',
  titleUnknown: 'It is not known since when projects stand in their stage',
  titleNotSet: 'No project states its stage',
  titleNone: 'No project stands in a stage',
  subtitle:
    'Days in stage; upper line open cases, lower line closed. Thick line: limit of the stage; shaded: over it',
  subtitleStrips:
    'Days in stage; upper line open cases, lower line closed. Bars: 8 in 10 and half of the cases. Thick line: limit',
  days: 'days',
  heads: { limit: 'Limit', median: 'Median', over: 'Over' },
  cases: (open: string, closed: string) => `${open} open, ${closed} closed`,
  /** Some cases have no day of entry or of leaving. */
  casesKnown: (open: string, closed: string) => `known: ${open} open, ${closed} closed`,
  of: (count: string, all: string) => `${count} of ${all}`,
  narrow: (limit: string, median: string, over: string) =>
    `limit ${limit} · median ${median} · over ${over}`,
  kinds: {
    open: 'Open',
    over: 'Open, over the limit',
    moved_on: 'Moved on',
    left: 'Left',
  },
  openCases: 'Open cases',
  closedCases: 'Closed cases',
  count: 'Cases',
  middle: '8 in 10',
  from: (low: string, high: string) => `${low} to ${high}`,
  inDays: (days: string) => `${days} days`,
  undated: (count: string) => `${count} not counted: no day of entry or leaving`,
  onHold: (count: string) => `${count} on hold, not counted`,
  notSet: (count: string) => `${count} without a stage, not counted`,
  movedBack: (count: string) => `${count} moved back, not counted as closed`,
  stageUnset: (count: string) => `${count} moved to “stage not set”, not counted as closed`,
  limits: (limits: string) => `Limits: ${limits}`,
  gate: (stage: string, months: number, gate: string) => `${stage} ${months} months (${gate})`,
  usual: (stage: string, days: number) => `${stage} ${days} days (usual limit)`,
  columns: {
    stage: 'Stage',
    open: 'Open cases with a day',
    openMedian: 'Median days, open',
    limit: 'Limit in days',
    over: 'Over the limit',
    overCodes: 'Projects over the limit',
    closed: 'Closed cases with both days',
    movedOn: 'Moved on',
    left: 'Left',
    closedMedian: 'Median days, closed',
    openLow: 'Open, 10th percentile',
    openHigh: 'Open, 90th percentile',
    undated: 'Without a day',
  },
};
