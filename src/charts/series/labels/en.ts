import { noAmountTerm } from '#domain/labels/general/missing-figure.ts';

/** Labels of the series. Functions take formatted texts and only order them. */
export const en = {
  option: { measure: 'Measure', event: 'Events', period: 'Period', form: 'Form' },
  projects: 'Projects',
  groups: {
    progress: 'Signings, registrations and starts',
    every: 'All events',
    lead: 'Leads',
    signing: 'Signings',
    registration: 'Registrations',
    start: 'Starts',
    opening: 'Openings',
    exit: 'Exits',
  },
  sizes: { month: 'Months', quarter: 'Quarters', half_year: 'Half-years', year: 'Years' },
  forms: { periods: 'By period', cumulative: 'Cumulative' },
  /** The line of an event in the cumulative form. */
  lines: {
    lead: 'Entered',
    signing: 'Signed',
    registration: 'Registered',
    start: 'Started',
    opening: 'Opened',
    exit: 'Left',
  },
  waiting: {
    lead: (count: string) => `${count} to enter`,
    signing: (count: string) => `${count} to sign`,
    registration: (count: string) => `${count} to register`,
    start: (count: string) => `${count} to start`,
    opening: (count: string) => `${count} to open`,
    exit: (count: string) => count,
  },
  withLeft: (waiting: string, leavers: string) => `${waiting}, ${leavers} left`,
  per: { month: 'per month', quarter: 'per quarter', half_year: 'per half-year', year: 'per year' },
  one: { month: 'month', quarter: 'quarter', half_year: 'half-year', year: 'year' },
  subtitle: (measure: string, per: string, one: string) =>
    `${measure} ${per}; bar and number: the ${one}; line across: the same ${one} a year earlier`,
  subtitleAlone: (measure: string, per: string) => `${measure} ${per}; no value a year earlier`,
  subtitleTotal: (measure: string, day: string) =>
    `${measure}, cumulative; records from ${day}; distance between lines: waiting`,
  subtitleLevel: (measure: string, one: string) =>
    `${measure} at the end of each ${one}; line across: a year earlier`,
  toDate: (months: string, value: string) => `${months}: ${value}`,
  months: (year: string, count: string) =>
    count === '1' ? `${year}, 1 month` : `${year}, ${count} months`,
  yearBefore: (value: string) => `a year earlier: ${value}`,
  noYearBefore: 'no value a year earlier',
  /** Beside a value. */
  tips: { before: 'A year earlier', undisclosed: noAmountTerm.en },
  noRecord: 'No record',
  titleUpDown: (up: string, more: string, down: string, less: string) =>
    `${up} are up by ${more} on last year while ${down} fall by ${less}`,
  titleUp: (up: string, more: string) => `${up} are up by ${more} on last year`,
  titleDown: (down: string, less: string) => `${down} are down by ${less} on last year`,
  /** Several events with the same difference. */
  each: (names: string, amount: string) => ({ names, amount: `${amount} each` }),
  titleSame: (names: string) => `${names}: no change on last year`,
  titlePlain: (names: string, per: string) => `${names} ${per}`,
  titleWaiting: {
    registration: (not: string, of: string) =>
      `${not} of ${of} signed projects ${not === '1' ? 'is' : 'are'} not registered`,
    start: (not: string, of: string) =>
      `${not} of ${of} signed projects ${not === '1' ? 'has' : 'have'} not started`,
    opening: (not: string, of: string) =>
      `${not} of ${of} projects ${not === '1' ? 'has' : 'have'} not opened`,
    signing: (not: string, of: string) =>
      `${not} of ${of} projects ${not === '1' ? 'is' : 'are'} not signed`,
  },
  titleIndicator: (name: string, value: string, period: string, difference: string) =>
    `${name}: ${value} in ${period}, ${difference} year on year`,
  titleIndicatorAlone: (name: string, value: string, period: string) =>
    `${name}: ${value} in ${period}`,
  notes: {
    begins: (period: string) => `Records begin within ${period} (hollow)`,
    open: (period: string) => `${period} is not closed (hollow)`,
    /** Of lines, which have no hollow bar. */
    openTotal: (period: string) => `${period} is not closed`,
    openingTotal: (count: string) =>
      `${count} date from before the records begin and are in the totals`,
    unknown: (periods: string) => `No record: ${periods} (hatched)`,
    /** Periods in a row. */
    span: (from: string, to: string) => `${from} to ${to}`,
    stopped: (period: string) => `No record in ${period}: the totals stop there`,
    from: (day: string) => `Records begin on ${day}; earlier events are not counted`,
    declare: (count: string) =>
      `${count} date from before the records begin; they count by period once the settings of the zone state from which day its register is complete`,
    by: (count: string) =>
      `${count} counted on the data date of the first register that shows the event; the day of the event is not known`,
    undisclosed: (count: string) => `${count} without an amount (dashed ring)`,
    amounts: 'Amounts of the projects as of the day of the figures',
    negative: 'Negative amounts are drawn below the line',
    seriesBreak: (month: string, reason: string) =>
      `Break in the series, ${month}: ${reason}. Values before and after it can’t be compared`,
    left: (count: string) => `Left or no longer listed, between two lines: ${count}`,
  },
  columns: {
    period: 'Period',
    end: 'Last day',
    state: 'Record',
    value: (event: string, unit: string) => `${event}${unit}`,
    before: (event: string, unit: string) => `${event}${unit}, a year earlier`,
    total: (event: string, unit: string) => `${event}${unit}, total to date`,
    undisclosed: (event: string) => `${event}, without an amount`,
  },
  states: { closed: 'Closed', open: 'Not closed', unknown: 'No record' },
  opening: (day: string) => `Before ${day}`,
};
