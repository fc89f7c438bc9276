import { overviewCharts } from '#charts/kit/names/labels/en.ts';
import { noAmountTerm } from '#domain/labels/general/missing-figure.ts';

/** Labels of projects by stage. Functions take formatted texts and only order them. */
export const en = {
  /** Its name in lists of figures. */
  name: overviewCharts.pipeline,
  title: (established: string, pipeline: string) =>
    `${established} established, ${pipeline} in the pipeline`,
  titleNotSet: (count: string) =>
    `${count} without a stage, none known to be established or in the pipeline`,
  titleEstablished: (count: string, notSet: string) =>
    `${count} established, ${notSet} without a stage`,
  titlePipeline: (count: string, notSet: string) =>
    `${count} in the pipeline, ${notSet} without a stage`,
  titleNoMatch: 'No project matches the filters',
  titleNone: 'No projects yet',
  subtitle: (unit: string) => `Planned investment by stage, ${unit}. One dot is one project`,
  /** Where a shared view shows no single project. */
  subtitleTotals: (unit: string) => `Projects by stage, with their planned investment, ${unit}`,
  /** Where a shared view shows single projects of some stages only. */
  sumOnly: 'Stages without dots are shown in sum only',
  groups: {
    established: 'Established',
    pipeline: 'Pipeline',
    unknown: 'Stage not set',
  },
  undisclosed: noAmountTerm.en,
  disclosed: (count: string, all: string) => `${count} of ${all} with an amount`,
  /** Heads of the columns of projects, median and middle 8 in 10. */
  spreadColumns: ['Projects', 'Median', '8 in 10'] as readonly [string, string, string],
  median: (amount: string) => `Median ${amount}`,
  middle: (range: string) => `8 in 10: ${range}`,
  /** Where a stage is drawn as a distribution. */
  subtitleSpread: (currency: string) =>
    `Planned investment per project by stage, ${currency}, log axis. Line across: median; strong: middle 8 in 10`,
  /** Where a shared view does not draw the distribution of a stage. */
  spreadHeldBack:
    'Stages with more than 60 projects and fewer than three known investors: the distribution can’t be shown',
  spreadNote:
    'Stages with more than 60 projects are drawn as a distribution of all of them; elsewhere one dot is one project',
  /** The number of amounts in the plot, and of projects without one. */
  counted: (count: string) => `${count} amounts are counted`,
  countedBut: (count: string, undisclosed: string) =>
    `${count} amounts are counted; ${undisclosed} more projects have none`,
  notAboveZero: (count: string) =>
    count === '1'
      ? '1 amount of zero or less is not on the log axis'
      : `${count} amounts of zero or less are not on the log axis`,
  /** A class of sizes, from and to. */
  size: 'Size',
  sizeFrom: 'Size from',
  sizeTo: 'Size to',
  zeroOrLess: 'Zero or less',
  otherCurrencies: (amounts: string) => `Other currencies are not in the plot: ${amounts}`,
  /** A sum that a shared view shows of one group and withholds of another. */
  partly: (v: { amount: string; shown: string; withheld: string }) =>
    `${v.amount} (${v.shown} only; ${v.withheld} not shown)`,
  /** The key of a project whose amount is in another currency. */
  otherCurrency: 'Other currency',
  excluded: (count: string) =>
    count === '1' ? '1 on hold or ended not shown' : `${count} on hold or ended not shown`,
  about: (text: string) => `about ${text}`,
  mixedSource: 'counts and total are published, single amounts invented',
  otherIndustry: 'Other',
  /** For projects without an industry. */
  noIndustry: 'Industry not stated',
  /** The title as a sentence: the medians of two stages. */
  claim: (high: string, low: string, times: string) =>
    `the median project ${high} is about ${times} that ${low}`,
  columns: {
    group: 'Group',
    stage: 'Stage',
    code: 'Project ID',
    name: 'Project',
    industry: 'Industry',
    /** The name in the register, beside the groups of the picture. */
    count: 'Projects',
    amount: 'Planned investment',
    currency: 'Currency',
    status: 'Status',
  },
};
