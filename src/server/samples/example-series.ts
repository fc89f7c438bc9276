import { addMonths } from '#domain/values/date.ts';
import type { ObservationEntry } from '#server/targets/observation-store.ts';
import { between, numbers } from './example-numbers.ts';

const firstMonth = '2020-01';
/**
 * The number of months from January 2020 to February 2025: 60 up to the deadline, and two after it.
 */
const months = 62;
const deadlineMonth = 59;
/** The last month with reported investment, which is before the deadline. */
const lastInvestment = '2024-09';
/** Output of each year in units of 10 million yuan. */
const yearlyOutput: Readonly<Record<string, number>> = {
  '2020': 108,
  '2021': 284,
  '2022': 561,
  '2023': 905,
  '2024': 1264,
  '2025': 1330,
};
/** Share of a year's output by the end of each month; January is not reported. */
const seasonal = [0, 0.128, 0.214, 0.296, 0.379, 0.469, 0.551, 0.634, 0.725, 0.811, 0.905, 1];

/** Returns the share of the way from start to end in a month: slow, then fast, then slow. */
const curve = (i: number): number => {
  const x = Math.min(1, i / deadlineMonth);
  return x * x * (3 - 2 * x);
};

/** A value of some ten millions, or the reason why a month has none. */
const valueOrGap = (tenMillions: number | undefined) =>
  tenMillions === undefined
    ? { missing: 'not_reported' as const }
    : { value: String(tenMillions * 10_000_000) };

/**
 * Makes the values of the Example Zone. Companies and output meet their targets, jobs miss theirs,
 * and investment has no value at the deadline.
 */
export function exampleObservations(): ObservationEntry[] {
  const next = numbers(2020);
  const out: ObservationEntry[] = [];
  for (let i = 0; i < months; i += 1) {
    const period = addMonths(firstMonth, i);
    const base = { origin: 'example_zone', period, data_status: 'illustrative' } as const;
    const after = Math.max(0, i - deadlineMonth);
    const share = seasonal[Number(period.slice(5)) - 1] ?? 0;
    const tenMillions = Math.round((yearlyOutput[period.slice(0, 4)] ?? 0) * share);
    out.push(
      {
        ...base,
        indicator: 'companies',
        value: String(Math.round(6 + 157 * curve(i)) + after + (i > 3 ? between(next, -1, 1) : 0)),
      },
      {
        ...base,
        indicator: 'jobs',
        value: String(Math.round(180 + 17_300 * curve(i)) + after * 90 + between(next, -40, 40)),
      },
      {
        ...base,
        indicator: 'industrial_output',
        ...valueOrGap(share === 0 ? undefined : tenMillions),
      },
      {
        ...base,
        indicator: 'fai_done',
        ...valueOrGap(period > lastInvestment ? undefined : Math.round(4 + 836 * curve(i))),
      },
    );
  }
  return out;
}
