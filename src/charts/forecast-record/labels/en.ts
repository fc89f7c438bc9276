/** Labels of the chart of past forecasts. Functions take formatted texts and only order them. */
export const en = {
  measure: 'Figure',
  claim: (inside: string, results: string) =>
    `${inside} of ${results} results fell inside the range`,
  missesBelow: '; all misses were below',
  missesAbove: '; all misses were above',
  noResult: 'no forecast has a result yet',
  few: (results: string) => `results of past forecasts: ${results}`,
  none: 'No past forecast',
  made: (months: string) => `Forecast made ${months} months before (band, line) and result (mark)`,
  madeDeadline: (day: string) =>
    `Forecast for ${day}, made at the end of each month (band, line), and its result (mark)`,
  key: 'Pale: 10–90%. Strong: 25–75%. Line: middle. Dot: result inside. Diamond: result outside.',
  last: (count: string, all: string) =>
    `The chart has at most the last ${count} of ${all}; the table has all.`,
  near: (inside: string, results: string) =>
    `Up to two years ahead: ${inside} of ${results} inside; on public series about 3 in 4.`,
  far: (inside: string, results: string) =>
    `Further ahead: ${inside} of ${results} inside; on public series about 2 in 3.`,
  brier: (score: string, constant: string) =>
    `Brier score for being on the straight plan: ${score}; a constant chance has ${constant}. Less is better.`,
  error: (value: string) => `Median of result − forecast: ${value}.`,
  noScores: (count: string) => `No scores yet: ${count} of the 8 results that they need.`,
  recomputed: 'months recomputed from what was known then',
  low: '10%',
  middle: 'Middle',
  high: '90%',
  columns: {
    period: 'Made at the end of',
    at: 'For',
    p10: '10%',
    p25: '25%',
    p50: 'Middle',
    p75: '75%',
    p90: '90%',
    result: 'Result',
    came: 'In the band',
    note: 'Values',
  },
  inside: 'Result inside',
  below: 'Result below',
  above: 'Result above',
  pending: 'No result yet',
  asRecorded: 'as recorded then',
  fromLater: 'recomputed from later data',
  refused: (reason: string) => `No forecast: ${reason}`,
};
