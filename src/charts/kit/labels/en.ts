import { replacementMark } from '#charts/kit/style/fonts.ts';

/** Labels that every figure shares. Functions take formatted texts and only order them. */
export const en = {
  source: (text: string) => `Source: ${text}`,
  asOf: (date: string) => `As of ${date}`,
  /** For a figure without its revision, as in a shared link. */
  madeWith: 'Made with Headway',
  illustrative: 'Illustrative data (fictional): do not quote',
  inventedValues: 'values to date are examples, invented, not a record',
  example: (text: string) => `Example: ${text}`,
  /** The chart counts only the projects of these filters. */
  filtered: (filters: string) => `Projects filtered by ${filters}`,
  colon: ': ',
  separator: '; ',
  list: ', ',
  stop: '.',
  brackets: (text: string) => ` (${text})`,
  on: (day: string) => `on ${day}`,
  endOf: (year: string) => `at the end of ${year}`,
  status: 'Data status',
  /** The effect of a press on a mark. */
  pressMark: 'Press to see what it is made of',
  noData: 'No data',
  /** Note of a picture or document in which marks replace characters. */
  replaced: `Some characters have no font here and are drawn as ${replacementMark}; data files keep them`,
  /** The stamp of a file. */
  stamped: (revision: number, recorded: string) =>
    `Made with Headway, revision ${revision} recorded ${recorded}`,
  knownAt: (date: string) => `As the records stood on ${date}`,
  plan: {
    straight: 'Plan to date by straight line (time elapsed)',
    checkpoints: 'Plan to date by checkpoints',
  },
  view: (address: string) => `Open this view: ${address}`,
  /** Counts from zero to ten inside a sentence; other counts are written in digits. */
  numerals: [
    'none',
    'one',
    'two',
    'three',
    'four',
    'five',
    'six',
    'seven',
    'eight',
    'nine',
    'ten',
  ] as readonly string[],
  and: ' and ',
  /** Between sentences. */
  sentenceStop: '. ',
  planBasis: {
    value: 'Baseline',
    day: 'Baseline date',
    source: 'Source of the baseline',
    path: 'Plan path',
    checkpoints: 'Checkpoints used',
    note: (start: string, path: string) => `Plan: from ${start}, ${path}`,
  },
  /** An exchange rate with its day and source. */
  rate: (quoted: string, day: string, source: string) => `${quoted} (${day}, ${source})`,
  secondaryCurrency: {
    rates: (currency: string, rates: string) => `With amounts in ${currency} at ${rates}`,
    missing: (currency: string, from: string, day: string) =>
      `No amounts in ${currency}: enter a rate of ${from} with ${currency} on or before ${day} on the page of targets`,
  },
};
