/** Labels of the funnel by cohort. Functions take formatted texts and only order them. */
export const en = {
  option: {
    event: 'From and to',
    period: 'Cohorts',
  },
  steps: {
    lead_signed: 'Lead to signed',
    lead_negotiation: 'Lead to negotiation',
    negotiation_signed: 'Negotiation to signed',
    signed_registered: 'Signed to registered',
    signed_construction: 'Signed to start',
    construction_operation: 'Start to opening',
  },
  sizes: { month: 'Months', quarter: 'Quarters', half_year: 'Half-years', year: 'Years' },
  /** The stage that the projects entered, in the middle of a sentence. */
  entered: {
    lead: 'leads',
    negotiation: 'negotiations',
    signed: 'signed projects',
    construction: 'started projects',
  },
  /** The stage that the projects that moved on reached, as a verb phrase. */
  reached: {
    negotiation: 'are in negotiation or beyond',
    signed: 'are signed',
    registered: 'are registered',
    construction: 'have started',
    operation: 'are in operation',
  },
  moved: {
    negotiation: 'Moved on to negotiation',
    signed: 'Moved on to signed',
    registered: 'Moved on to registered',
    construction: 'Moved on to start',
    operation: 'Moved on to opening',
  },
  open: 'Open',
  left: 'Left',
  spans: { two_years: 'two years', one_year: 'one year' },
  title: (moved: string, entry: string, reached: string, span: string, leavers: string) =>
    `${moved} of ${entry} ${reached} after ${span}, ${leavers} have left`,
  titleCounts: (entry: string, counts: string) => `${entry}: ${counts}`,
  titleNone: (entry: string) => `No ${entry} entered while the register was kept`,
  titleUnknown: (entry: string) => `No day of entry of ${entry} is recorded`,
  subtitle: (entry: string, size: string) =>
    `${entry} by ${size} of entry, share by result to date`,
  sizeWords: { month: 'month', quarter: 'quarter', half_year: 'half-year', year: 'year' },
  below: 'below, cumulative incidence',
  marks: 'solid: moved on; hollow: open; grey: left',
  n: 'n',
  byMonths: 'By months since entry',
  nIs: (n: string) => `n = ${n}`,
  /** The unit of months since entry. */
  monthsUnit: 'months',
  months: (months: string) => `${months} months`,
  shareMoved: (share: string) => `${share} moved on`,
  shareLeft: (share: string) => `${share} left`,
  shareOpen: (share: string) => `${share} open`,
  shareUnlisted: (share: string) => `${share} no longer listed`,
  small: 'under five, no shares',
  empty: 'No entry',
  unknown: 'No record',
  notes: {
    passed: (count: string) => `${count} entered at the goal or beyond, in no cohort`,
    before: (count: string, day: string) =>
      `${count} entered before the records begin on ${day}, not counted`,
    undated: (count: string) => `${count} without a known day of entry, not counted`,
    stage_unset: (count: string) => `${count} whose stage is not set, in no cohort`,
    unlisted: (count: string) => `${count} no longer listed: their result is not known (dashed)`,
    open: (period: string) => `${period} is not closed`,
    method:
      'Cumulative incidence with two competing ends (Aalen–Johansen); nothing is extrapolated',
  },
  columns: {
    cohort: 'Cohort',
    n: 'Entered',
    moved: 'Moved on',
    open: 'Open',
    left: 'Left',
    unlisted: 'No longer listed',
    movedShare: 'Moved on, share',
    openShare: 'Open, share',
    leftShare: 'Left, share',
    state: 'Period',
  },
  states: { closed: 'Closed', open: 'Not closed', unknown: 'No record' },
  after: (months: string) => `All, after ${months}`,
};
