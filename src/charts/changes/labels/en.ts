/** Labels of the bridge between two days. Functions take formatted texts and only order them. */
export const en = {
  /** Its name in lists of figures. */
  name: 'What changed between two days',
  title: (established: string, pipeline: string) =>
    `What changed: established ${established}, pipeline ${pipeline}`,
  titleNone: 'What changed: no day to compare with',
  subtitle: (from: string, to: string, unit: string) =>
    `Planned investment from ${from} to ${to}, ${unit}`,
  marks: 'Filled: gained; outline: moved or revised; grey: lost',
  groups: {
    established: 'Established',
    pipeline: 'Pipeline',
  },
  same: (count: string) => `${count} as before`,
  became: (before: string, now: string) => `${before} → ${now}`,
  projects: (count: string) => (count === '1' ? '1 project' : `${count} projects`),
  undisclosed: (count: string) => `${count} without an amount`,
  noRates: 'Currencies not converted',
  converted: {
    each_day: (currency: string) =>
      `Converted to ${currency}: opening at the first day’s rate, closing at the second day’s`,
    closing_day: (currency: string) =>
      `Converted to ${currency}: both days at the second day’s rate, so that the rate has no effect`,
  },
  rate: (quoted: string, day: string, source: string) => `${quoted} (${day}, ${source})`,
  missingRates: (currencies: string) =>
    `Currencies not converted, a rate is missing: ${currencies}`,
  rateOn: (currency: string, day: string) => `${currency} on or before ${day}`,
  /** Where no project has an amount. */
  noAmounts: 'No project has an amount; bars are numbers of projects',
  /** The amount of a project that signed: it was there before. */
  within: (amount: string) => `within ${amount}`,
  heldBack: 'Bars are numbers of projects; amounts that stand for too few projects are not shown',
  otherCurrencies: (currencies: string) => `Other currencies are in the table: ${currencies}`,
  columns: {
    project: 'Project',
    group: 'Group',
    step: 'Change',
    projects: 'Projects concerned',
    count: 'Change in number',
    undisclosed: 'Of them without an amount',
    amount: 'Planned investment',
    currency: 'Currency',
    status: 'Status',
  },
};
