import autocannon from 'autocannon';
import { median } from '../figures.ts';

export const seconds = Number(process.env['HEADWAY_BENCH_SECONDS'] ?? 3);
export const connections = 64;

/** Answers of one address by many connections. */
export interface Rate {
  readonly perSecond: number;
  readonly p99: number;
  readonly other: number;
}
/** Reads an address for some seconds. `other` counts answers without this status. */
export async function measureRate(
  url: string,
  headers: Readonly<Record<string, string>>,
  status: number,
): Promise<Rate> {
  const {
    requests,
    latency,
    statusCodeStats = {},
  } = await autocannon({ url, connections, duration: seconds, headers });
  const all = Object.entries(statusCodeStats);
  return {
    perSecond: requests.average,
    p99: latency.p99,
    other: all.reduce(
      (sum, [code, { count }]) => sum + (Number(code) === status ? 0 : Number(count)),
      0,
    ),
  };
}

/** The medians of several measurements. */
export const middleRate = (all: readonly Rate[]): Rate => ({
  perSecond: median(all.map(({ perSecond }) => perSecond)),
  p99: median(all.map(({ p99 }) => p99)),
  other: all.reduce((sum, { other }) => sum + other, 0),
});
