import { compact } from '#domain/values/compact.ts';
/**
 * Labels of a sample. Their values must come from a fixed list, since each combination stays in
 * memory.
 */
export type Labels = Readonly<Record<string, string>>;
interface Sample {
  /** The suffix of the metric's name, such as `_total`. */
  readonly suffix: string;
  readonly labels: Labels;
  readonly value: number;
}
/** A metric with its current samples. */
export interface Metric {
  readonly name: string;
  readonly type: 'counter' | 'gauge' | 'histogram' | 'info';
  readonly help: string;
  readonly unit?: 'seconds' | 'bytes';
  readonly samples: () => Iterable<Sample>;
}
/** A metric that only increases. */
export interface Counter extends Metric {
  add(labels?: Labels): void;
}
/** A metric of durations. */
export interface Histogram extends Metric {
  /** @param seconds - the duration */
  observe(labels: Labels, seconds: number): void;
}

const keyOf = (labels: Labels): string => JSON.stringify(labels);

/** Makes a counter that starts at 0. */
export function counter(name: string, help: string): Counter {
  const counts = new Map<string, { readonly labels: Labels; value: number }>();
  return {
    name,
    help,
    type: 'counter',
    add(labels = {}) {
      const entry = counts.get(keyOf(labels));
      if (entry === undefined) counts.set(keyOf(labels), { labels, value: 1 });
      else entry.value += 1;
    },
    *samples() {
      for (const { labels, value } of counts.values()) yield { suffix: '_total', labels, value };
    },
  };
}

/** Upper limits of the buckets in seconds, from a cached response to the longest read. */
const limits = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10, 30] as const;
interface Durations {
  readonly labels: Labels;
  readonly within: number[];
  count: number;
  sum: number;
}

/** Makes an empty histogram of durations. */
export function histogram(name: string, help: string): Histogram {
  const all = new Map<string, Durations>();
  const find = (labels: Labels): Durations => {
    const entry = all.get(keyOf(labels));
    if (entry !== undefined) return entry;
    const newHistogram = { labels, within: limits.map(() => 0), count: 0, sum: 0 };
    all.set(keyOf(labels), newHistogram);
    return newHistogram;
  };
  return {
    name,
    help,
    type: 'histogram',
    unit: 'seconds',
    observe(labels, seconds) {
      const durations = find(labels);
      const at = limits.findIndex((limit) => seconds <= limit);
      if (at >= 0) durations.within[at] = (durations.within[at] ?? 0) + 1;
      durations.count += 1;
      durations.sum += seconds;
    },
    *samples() {
      for (const { labels, within, count, sum } of all.values()) {
        let below = 0;
        for (const [i, limit] of limits.entries()) {
          below += within[i] ?? 0;
          yield { suffix: '_bucket', labels: { ...labels, le: String(limit) }, value: below };
        }
        yield { suffix: '_bucket', labels: { ...labels, le: '+Inf' }, value: count };
        yield { suffix: '_count', labels, value: count };
        yield { suffix: '_sum', labels, value: sum };
      }
    },
  };
}

/** Makes a metric whose values are read at each request for the metrics. */
export const gauge = (
  { name, help, unit }: Pick<Metric, 'name' | 'help' | 'unit'>,
  read: () => Iterable<readonly [labels: Labels, value: number]>,
): Metric => ({
  name,
  help,
  type: 'gauge',
  ...compact({ unit }),
  *samples() {
    for (const [labels, value] of read()) yield { suffix: '', labels, value };
  },
});

const escapeText = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
const writeLabels = (labels: Labels): string => {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escapeText(value)}"`);
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
};
function writeMetric({ name, type, help, unit, samples }: Metric): string {
  const lines = [
    `# TYPE ${name} ${type}`,
    ...(unit === undefined ? [] : [`# UNIT ${name} ${unit}`]),
    `# HELP ${name} ${escapeText(help)}`,
  ];
  for (const { suffix, labels, value } of samples())
    lines.push(`${name}${suffix}${writeLabels(labels)} ${value}`);
  return lines.join('\n');
}

export const openMetricsType = 'application/openmetrics-text; version=1.0.0; charset=utf-8';
/** Writes metrics as OpenMetrics 1.0 text. */
export const writeOpenMetrics = (metrics: readonly Metric[]): string =>
  `${metrics.map(writeMetric).join('\n')}\n# EOF\n`;
