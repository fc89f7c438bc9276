import { compact } from '#domain/values/compact.ts';
import { changesLayout } from '#charts/changes/layout.ts';
import type { ChangesSeries } from '#charts/changes/series.ts';
import { pipelineStops } from '#charts/pipeline/layout.ts';
import type { PipelineSeries } from '#charts/pipeline/series-types.ts';
import { progressStops } from '#charts/progress/layout.ts';
import type { ProgressSeries } from '#charts/progress/series-types.ts';
import type { ChartId } from '#charts/registry.ts';
import { targetsLayout } from '#charts/targets/layout/layout.ts';
import type { TargetsSeries } from '#charts/targets/data/rows.ts';

/** A place in a drawing where a reader can stand, and what is said there; `open` is the project that Enter opens. */
export interface Stop {
  readonly x: number;
  readonly y: number;
  readonly title: string;
  readonly lines: readonly { readonly label: string; readonly value: string }[];
  readonly open?: string;
}

const ofProgress = (series: ProgressSeries, width: number, height: number): readonly Stop[] =>
  progressStops(series, width, height).map(({ x, y, date, said }) => ({
    x,
    y,
    title: date,
    lines: said,
  }));

const ofPipeline = (series: PipelineSeries, width: number, height: number): readonly Stop[] =>
  pipelineStops(series, width, height).map(({ x, y, title, said, code }) => ({
    x,
    y,
    title,
    lines: said,
    ...compact({ open: code }),
  }));

const ofChanges = (series: ChangesSeries, width: number, height: number): readonly Stop[] =>
  changesLayout(series, width, height).groups.flatMap(({ title, rows }) =>
    rows.map(({ row, middle, right }) => ({
      x: right,
      y: middle,
      title: `${title} · ${row.label}`,
      lines: row.said,
    })),
  );

const ofTargets = (series: TargetsSeries, width: number, height: number): readonly Stop[] => {
  const rules = targetsLayout(series, width, height).lines.flatMap(({ kind, y1 }) =>
    kind === 'rule' ? [y1] : [],
  );
  return series.rows.map((one, index) => ({
    x: width / 2,
    y: ((rules[index] ?? 0) + (rules[index + 1] ?? 0)) / 2,
    title: one.name,
    lines: [{ label: '', value: one.alt }],
  }));
};

/** How a reader stands in a drawing: its stops, how far from one a pointer still means it, and along what the nearest is told. */
interface Standing {
  readonly stops: (series: unknown, width: number, height: number) => readonly Stop[];
  readonly reach: { readonly x: number; readonly y: number };
  readonly along: 'x' | 'y' | 'both';
}
const any = Number.POSITIVE_INFINITY;
/** Along time and down the ledger the nearest stop counts; a project must be near. */
const standings: Readonly<Record<ChartId, Standing>> = {
  targets: {
    stops: (series, ...size) => ofTargets(series as TargetsSeries, ...size),
    reach: { x: any, y: 60 },
    along: 'y',
  },
  progress: {
    stops: (series, ...size) => ofProgress(series as ProgressSeries, ...size),
    reach: { x: any, y: any },
    along: 'x',
  },
  pipeline: {
    stops: (series, ...size) => ofPipeline(series as PipelineSeries, ...size),
    reach: { x: 14, y: 16 },
    along: 'both',
  },
  changes: {
    stops: (series, ...size) => ofChanges(series as ChangesSeries, ...size),
    reach: { x: any, y: 16 },
    along: 'y',
  },
};

/** The stops of a drawing in reading order, in its logical coordinates. */
export const stopsOf = (
  id: ChartId,
  series: unknown,
  width: number,
  height: number,
): readonly Stop[] => standings[id].stops(series, width, height);

/** The stop that a pointer means, or none. */
export function nearestStop(
  id: ChartId,
  stops: readonly Stop[],
  x: number,
  y: number,
): number | undefined {
  const { reach, along } = standings[id];
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const [index, stop] of stops.entries()) {
    const [dx, dy] = [Math.abs(stop.x - x), Math.abs(stop.y - y)];
    if (dx > reach.x || dy > reach.y) continue;
    const distance = along === 'x' ? dx : along === 'y' ? dy : Math.hypot(dx, dy);
    if (distance < least) [least, best] = [distance, index];
  }
  return best;
}

/** Where an arrow key leads; undefined for keys that do not move. */
export function movedStop(
  key: string,
  current: number | undefined,
  count: number,
): number | undefined {
  if (count === 0) return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step =
    key === 'ArrowRight' || key === 'ArrowDown'
      ? 1
      : key === 'ArrowLeft' || key === 'ArrowUp'
        ? -1
        : 0;
  if (step === 0) return undefined;
  return current === undefined
    ? step > 0
      ? 0
      : count - 1
    : Math.min(count - 1, Math.max(0, current + step));
}
