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
  colon: ': ',
  separator: '; ',
  list: ', ',
  stop: '.',
  brackets: (text: string) => ` (${text})`,
  on: (day: string) => `on ${day}`,
  endOf: (year: string) => `at the end of ${year}`,
  status: 'Data status',
  noData: 'No data',
  notReported: 'Not reported',
  /** Note of a picture or document in which marks stand in place of characters. */
  replaced: `Some characters have no font here and are drawn as ${replacementMark}; data files keep them`,
  /** What a file says of its making. */
  stamped: (revision: number, recorded: string) =>
    `Made with Headway, revision ${revision} recorded ${recorded}`,
  knownAt: (date: string) => `As the records stood on ${date}`,
  plan: {
    straight: 'Plan to date by straight line (time elapsed)',
    checkpoints: 'Plan to date by checkpoints',
  },
  view: (address: string) => `Open this view: ${address}`,
};
