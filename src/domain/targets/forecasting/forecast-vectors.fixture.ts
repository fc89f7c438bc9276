import type { IndicatorKind } from '#domain/zone/indicator.ts';

/**
 * A monthly series with the result of the reference implementation, rounded to six digits. `null`
 * is a missing month.
 */
export interface ForecastVector {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly h: number;
  readonly kind?: IndicatorKind;
  readonly counted?: boolean;
  readonly year?: readonly [number, number, number];
  readonly expect:
    | { readonly refused: string }
    | {
        readonly p10: number;
        readonly p25: number;
        readonly p50: number;
        readonly p75: number;
        readonly p90: number;
        readonly pace: number;
        readonly note: 'ok' | 'further_than_twice_the_history';
      };
}
export const forecastVectors: readonly ForecastVector[] = [
  {
    name: 'sample companies to 2025-12',
    values: [14, 15, 17, 19, 21, 24, 26, 29, 32, 35, 37, 41],
    h: 57,
    counted: true,
    expect: {
      p10: 126.491203,
      p25: 163.249398,
      p50: 183.5,
      p75: 203.750602,
      p90: 240.508797,
      pace: 2.5,
      note: 'further_than_twice_the_history',
    },
  },
  {
    name: 'sample jobs to 2025-12',
    values: [320, 350, 400, 460, 520, 600, 660, 740, 820, 890, 930, 1010],
    h: 57,
    counted: true,
    expect: {
      p10: 3562.016016,
      p25: 4375.443113,
      p50: 4823.571429,
      p75: 5271.699744,
      p90: 6085.126841,
      pace: 66.904762,
      note: 'further_than_twice_the_history',
    },
  },
  {
    name: 'sample companies, 1 month',
    values: [14, 15, 17, 19, 21, 24, 26, 29, 32, 35, 37, 41],
    h: 1,
    counted: true,
    expect: {
      p10: 42.173962,
      p25: 42.862813,
      p50: 43.5,
      p75: 44.137187,
      p90: 44.826038,
      pace: 2.5,
      note: 'ok',
    },
  },
  {
    name: 'sample companies, 3 months',
    values: [14, 15, 17, 19, 21, 24, 26, 29, 32, 35, 37, 41],
    h: 3,
    counted: true,
    expect: {
      p10: 45.581081,
      p25: 47.174744,
      p50: 48.5,
      p75: 49.825256,
      p90: 51.418919,
      pace: 2.5,
      note: 'ok',
    },
  },
  {
    name: 'sample companies, 12 months',
    values: [14, 15, 17, 19, 21, 24, 26, 29, 32, 35, 37, 41],
    h: 12,
    counted: true,
    expect: {
      p10: 61.591937,
      p25: 67.384865,
      p50: 71.0,
      p75: 74.615135,
      p90: 80.408063,
      pace: 2.5,
      note: 'ok',
    },
  },
  {
    name: 'five values',
    values: [14, 15, 17, 19, 21],
    h: 6,
    expect: { refused: 'too_few_observations' },
  },
  {
    name: 'seven values, gap',
    values: [3, null, 4, 6, 6, 9, 11, 12],
    h: 6,
    counted: true,
    expect: {
      p10: 14.010097,
      p25: 18.132348,
      p50: 21.0,
      p75: 23.867652,
      p90: 27.989903,
      pace: 1.5,
      note: 'ok',
    },
  },
  {
    name: 'latest missing',
    values: [14, 15, 17, 19, 21, 24, 26, 29, 32, 35, 37, 41, null],
    h: 6,
    counted: true,
    expect: { refused: 'no_latest_value' },
  },
  {
    name: 'copied on',
    values: [5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0],
    h: 6,
    expect: { refused: 'no_variation' },
  },
  {
    name: 'copied on, counted',
    values: [5, 5, 5, 5, 5, 5, 5, 5, 5],
    h: 6,
    counted: true,
    expect: {
      p10: 2.002657,
      p25: 3.68765,
      p50: 5.0,
      p75: 6.31235,
      p90: 7.997343,
      pace: 0.0,
      note: 'ok',
    },
  },
  {
    name: 'falling stock',
    values: [90, 88, 87, 83, 84, 80, 79, 75, 76, 72, 71, 70],
    h: 12,
    counted: true,
    expect: {
      p10: 33.032287,
      p25: 41.838024,
      p50: 47.333333,
      p75: 52.828643,
      p90: 61.63438,
      pace: -1.888889,
      note: 'ok',
    },
  },
  {
    name: 'falling to 0',
    values: [20, 18, 15, 13, 10, 8, 5, 4],
    h: 24,
    counted: true,
    expect: {
      p10: 0.0,
      p25: 0.0,
      p50: 0.0,
      p75: 0.0,
      p90: 0.0,
      pace: -2.5,
      note: 'further_than_twice_the_history',
    },
  },
  {
    name: 'cum_flow of money, floor at the last value',
    values: [0, 1.2, 1.2, 5.9, 6.0, 6.4, 12.8, 13.0, 13.1, 14.0],
    h: 6,
    kind: 'cum_flow',
    expect: {
      p10: 14.0,
      p25: 19.091646,
      p50: 24.2,
      p75: 29.308354,
      p90: 35.867229,
      pace: 1.7,
      note: 'ok',
    },
  },
  {
    name: 'steady 36 months',
    values: [
      3, 7, 12, 15, 19, 24, 27, 31, 36, 39, 43, 48, 51, 55, 60, 63, 67, 72, 75, 79, 84, 87, 91, 96,
      99, 103, 108, 111, 115, 120, 123, 127, 132, 135, 139, 144,
    ],
    h: 24,
    counted: true,
    expect: {
      p10: 231.513837,
      p25: 236.322663,
      p50: 240.0,
      p75: 243.677337,
      p90: 248.486163,
      pace: 4.0,
      note: 'ok',
    },
  },
  {
    name: 'persistent pace 48 months',
    values: [
      2, 4, 6, 8, 10, 12, 14, 16, 19, 22, 25, 28, 31, 34, 37, 40, 44, 48, 52, 56, 60, 64, 68, 72,
      77, 82, 87, 92, 97, 102, 107, 112, 118, 124, 130, 136, 142, 148, 154, 160, 167, 174, 181, 188,
      195, 202, 209, 216,
    ],
    h: 18,
    counted: true,
    expect: {
      p10: 301.307609,
      p25: 324.765576,
      p50: 342.0,
      p75: 359.234424,
      p90: 382.692391,
      pace: 7.0,
      note: 'ok',
    },
  },
  {
    name: 'one jump of 400',
    values: [100, 104, 109, 113, 118, 520, 525, 529, 534, 538, 543, 549],
    h: 12,
    counted: true,
    expect: {
      p10: 0.0,
      p25: 589.188678,
      p50: 1081.8,
      p75: 1574.411322,
      p90: 2363.776453,
      pace: 44.4,
      note: 'ok',
    },
  },
  {
    name: '61 months ahead',
    values: [
      4, 9, 13, 18, 22, 27, 31, 36, 40, 45, 49, 54, 58, 63, 67, 72, 76, 81, 85, 90, 94, 99, 103,
      108, 112, 117, 121, 126, 130, 135, 139, 144, 148, 153, 157, 162, 166, 171, 175, 180,
    ],
    h: 61,
    counted: true,
    expect: { refused: 'too_far_ahead' },
  },
  {
    name: 'more than six times the history',
    values: [1, 2, 4, 5, 7, 8, 9],
    h: 37,
    counted: true,
    expect: { refused: 'too_far_ahead' },
  },
  {
    name: 'annual flow, 12 rolling totals back',
    values: [
      90.5, 92.1, 93.9, 95.4, 97.0, 99.2, 101.0, 103.4, 106.1, 110.2, 113.5, 116.8, 119.1, 123.0,
    ],
    h: 18,
    kind: 'annual_flow',
    expect: {
      p10: 145.111958,
      p25: 162.427538,
      p50: 172.5,
      p75: 182.572462,
      p90: 199.888042,
      pace: 2.75,
      note: 'ok',
    },
  },
  {
    name: 'annual flow in its last year',
    values: [
      90.5, 92.1, 93.9, 95.4, 97.0, 99.2, 101.0, 103.4, 106.1, 110.2, 113.5, 116.8, 119.1, 123.0,
    ],
    h: 3,
    kind: 'annual_flow',
    year: [92.0, 84.0, 112.4],
    expect: {
      p10: 118.697757,
      p25: 120.901259,
      p50: 123.104762,
      p75: 125.308265,
      p90: 127.511767,
      pace: 2.75,
      note: 'ok',
    },
  },
];
