/** Labels of a comparison of two charts: two days, or two groups of projects. */
export const en = {
  title: (name: string, first: string, second: string) => `${name}: ${first} and ${second}`,
  oneScale: 'both sides on one scale',
  difference: 'Difference',
  differenceIs: (first: string, second: string) => `Difference: ${first} minus ${second}`,
  sideNote: (side: string, note: string) => `${side}: ${note}`,
  side: 'Compared',
  all: 'All projects',
  /** Between the values of a group. */
  or: ' or ',
};
