import { countWord } from '#charts/kit/text/claim.ts';
import { measureTerms, projectFieldTerms } from '#domain/labels/index.ts';

/** Labels of the breakdown. Functions take formatted texts and only order them. */
export const en = {
  measures: {
    count: 'Projects',
    exits: 'Projects that left',
    total_investment: measureTerms.total_investment.en,
    contracted_amount: measureTerms.contracted_amount.en,
    paid_in: measureTerms.paid_in.en,
    fai_done_total: measureTerms.fai_done_total.en,
    output_plan: measureTerms.output_plan.en,
    output_actual: measureTerms.output_actual.en,
    contracted_fdi: measureTerms.contracted_fdi.en,
    utilised_fdi: measureTerms.utilised_fdi.en,
    jobs_plan: projectFieldTerms['jobs_plan']?.en ?? '',
    jobs_actual: projectFieldTerms['jobs_actual']?.en ?? '',
    investment_per_mu: 'Planned investment per mu',
    output_per_mu: 'Planned annual output per mu',
    jobs_per_100m: 'Planned jobs per 100 million of planned investment',
    fdi_realised: 'Foreign capital paid in ÷ contracted',
  },
  keys: {
    stage: 'Stage',
    industry: 'Industry',
    zone: 'Function zone',
    country: 'Country',
    prefecture: 'Prefecture',
    investor: 'Investor',
    owner: 'Owner',
    year: 'Year of signing',
    reason: 'Reason',
    channel: 'Channel',
    agreement: 'Agreement',
    extension: 'Extension',
  },
  yearOfExit: 'Year of exit',
  choices: { measure: 'Measure', by: 'By', stack: 'Divided by', form: 'Form' },
  becameContracts: (contracts: string, all: string) =>
    `${contracts} of ${all} framework agreements became contracts`,
  brought: (channel: string, started: string, all: string) =>
    `${channel} brought ${started} of ${all} projects that have started`,
  undivided: 'Not divided',
  forms: {
    stacked: 'Stacked bars',
    grouped: 'Grouped bars',
    multiples: 'Small multiples',
    matrix: 'Matrix',
  },
  all: 'All',
  total: 'Total',
  established: 'Established',
  pipeline: 'Pipeline',
  signed: 'Signed',
  earlierStages: 'Earlier',
  rest: 'Other',
  notStated: 'Not stated',
  noText: (heading: string) => `No project here states “${heading}”`,
  noYear: 'Not signed, or no date',
  other: (count: string) => `Other (${count})`,
  earlier: (count: string) => `Earlier (${count} years)`,
  perMu: (unit: string) => `${unit} per mu`,
  perAmount: (unit: string, amount: string) => `${unit} per ${amount}`,
  withoutValue: (count: string) => `${count} without a value`,
  notInRatio: (count: string) => `${count} without both facts`,
  fromLeft: (names: string) => `from left: ${names}`,
  count: (count: string) => `n ${count}`,
  /** The title where no claim can be made. */
  title: (measure: string, by: string) => `${measure} by ${by}`,
  titleNone: (measure: string) => `${measure}: no project on this day`,
  titleUndisclosed: (measure: string, count: string) =>
    count === '1'
      ? `${measure}: the only project states none`
      : `${measure}: none of ${count} projects states it`,
  holds: (group: string, share: string, measure: string) =>
    `${group} holds ${share} of ${measure.toLowerCase()}`,
  hasProjects: (group: string, share: string) => `${group} has ${share} of projects`,
  overHalfEarly: (claim: string) => `${claim}; over half of it is not signed`,
  carries: (zone: string, share: string, measure: string) =>
    `${zone} carries ${share} of ${measure.toLowerCase()}`,
  highest: (group: string, measure: string, value: string) =>
    `${group} has the highest ${measure.charAt(0).toLowerCase()}${measure.slice(1)}: ${value}`,
  exits: (group: string, count: string, all: string) =>
    `${count} of ${all} projects that left: ${group}`,
  plurals: { industry: 'industries', zone: 'function zones' },
  building: (count: number, all: number, groups: string) =>
    count === all
      ? `all ${countWord(all, 'en')} ${groups} are building`
      : `${countWord(count, 'en')} of ${countWord(all, 'en')} ${groups} ${count === 1 ? 'is' : 'are'} building`,
  onlyReached: (claim: string, group: string, stage: string) =>
    `${claim}; ${group} has only reached: ${stage.toLowerCase()}`,
  /** The unit is empty where no project states the measure. */
  subtitle: (measure: string, by: string, unit: string) =>
    `${measure} by ${by}${unit && `, ${unit}`}`,
  subtitleStacked: (measure: string, by: string, stack: string, unit: string) =>
    `${measure} by ${by} and ${stack.toLowerCase()}${unit && `, ${unit}`}`,
  disclosed: (count: string, all: string) => `${count} of ${all} projects with a value`,
  sameScale: 'Same scale',
  ring: 'Dashed ring: no value',
  withCount: 'n: number of projects',
  negatives: 'Bars side by side, since some values are negative',
  area: (area: string, count: string, all: string) =>
    `Site area of ${count} of ${all} projects that state amount and area: ${area}; the others are in neither figure`,
  both: (count: string, all: string) =>
    `Of ${count} of ${all} projects that state jobs and investment; the others are in neither figure`,
  bothCapital: (count: string, all: string) =>
    `Of ${count} of ${all} projects that state both amounts in one currency; the others are in neither figure`,
  currency: 'Currency',
  allCurrencies: 'All',
  notDrawn: (currencies: string) => `Amounts in ${currencies} are not drawn`,
  currencyGone: (currency: string) => `No amount is in ${currency}; all currencies are drawn`,
  currencies: 'Currencies are not added: each has its own scale',
  leftOut: (parts: string) => `Not counted: ${parts}`,
  undisclosedProjects: 'Projects without an amount',
  concentration: {
    projects: (n: string) => `${n} projects`,
    groups: (n: string, by: string) => `${n} groups by ${by}`,
    statedGroups: (n: string, by: string) => `${n} groups by ${by}, of the stated only`,
    text: (of: string, parts: string) => `Concentration of ${of}: ${parts}`,
    top: (share: string) => `largest ${share}`,
    cr3: (share: string) => `largest three ${share}`,
    effective: (n: string) => `effective number ${n}`,
    hhi: (hhi: string) => `HHI ${hhi}`,
    normalised: (value: string) => `normalised HHI ${value}`,
  },
  columns: {
    currency: 'Unit',
    projects: 'Projects',
    undisclosed: 'Without a value',
    known: 'With a value',
    area: 'Site area (mu)',
    investment: 'Planned investment of these projects',
    jobs: 'Planned jobs of these projects',
    utilised: 'Foreign capital paid in, these projects',
    contracted: 'Contracted foreign capital, these projects',
    amount: 'Amount',
    share: 'Share of total',
    codes: 'Project IDs',
  },
};
