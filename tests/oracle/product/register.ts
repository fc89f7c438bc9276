import type { Day } from '../figures/days.ts';
import type { Comparison } from './comparison.ts';
import {
  bridgeOf,
  kindsOf,
  type MoveKind,
  moveKinds,
  pairsOf,
  type Step,
} from '../figures/changes.ts';
import {
  countUndated,
  type History,
  stageOrder,
  statesOn,
  type State,
} from '../figures/register.ts';
import { stageDays } from '../figures/stage-days.ts';
import {
  groupOf,
  nothing,
  printSum,
  type StageMapping,
  type Sum,
  sumOf,
  sumsBy,
} from '../figures/sums.ts';
import { toNumber } from '../figures/fraction.ts';

/** Figures of the product as its API writes them. */
interface WireSum {
  readonly count: number;
  readonly undisclosed: number;
  readonly amounts: readonly { readonly currency: string; readonly minor: string }[];
}
interface WireOverview {
  readonly first_known_day?: Day;
  readonly undated?: number;
  readonly strip: {
    readonly groups: readonly (WireSum & {
      readonly group: string;
      readonly rows: readonly (WireSum & { stage: string })[];
    })[];
  };
}
interface WirePipeline {
  readonly stages: readonly (WireSum & {
    readonly stage: string;
    readonly dated: number;
    readonly undated: number;
    readonly median_days?: number;
    readonly p80_days?: number;
  })[];
  readonly first_known_day?: Day;
  readonly undated_projects?: number;
  readonly pipeline?: WireSum;
  readonly on_hold?: number;
}
interface WireSummary {
  readonly groups: readonly (WireSum & { readonly key: string })[];
  readonly left_out: readonly (WireSum & { readonly key: string })[];
  readonly total?: WireSum;
}
interface WireChanges {
  readonly bridge: {
    readonly groups: readonly {
      readonly group: string;
      readonly steps: readonly (WireSum & { readonly kind: string })[];
    }[];
  };
  readonly moves: readonly { readonly code: string; readonly kinds: readonly string[] }[];
  readonly total?: number;
  readonly counts?: Readonly<Record<string, number>>;
}
export type Get = <T>(path: string) => Promise<T>;
export interface RegisterUnderTest {
  readonly get: Get;
  readonly histories: readonly History[];
  readonly mapping: StageMapping;
  /** F: before this day nothing of the register is known. */
  readonly firstDay: Day;
  /** Days of editions; none for a sample. */
  readonly editionDays: readonly Day[];
}

const sumOfWire = ({ count, undisclosed, amounts }: WireSum): Sum => ({
  count,
  undisclosed,
  amounts: new Map(amounts.map(({ currency, minor }) => [currency, BigInt(minor)])),
});
const text = (sum: WireSum | undefined): string =>
  printSum(sum === undefined ? nothing : sumOfWire(sum));

/** Counts, sums and days in stage on one day: overview and pipeline; before F there are none. */
export async function compareDay(
  to: Comparison,
  register: RegisterUnderTest,
  day: Day,
): Promise<void> {
  const { get, firstDay } = register;
  const [overview, pipeline] = await Promise.all([
    get<WireOverview>(`/api/v1/overview?as_of=${day}&compare=none`),
    get<WirePipeline>(`/api/v1/pipeline?as_of=${day}&compare=none`),
  ]);
  to.same(day, 'overview, first known day', firstDay, overview.first_known_day);
  to.same(day, 'pipeline page, first known day', firstDay, pipeline.first_known_day);
  if (day >= firstDay) compareCounts(to, register, day, { overview, pipeline });
  else {
    to.same(day, 'overview, groups before the first known day', 0, overview.strip.groups.length);
    to.same(day, 'pipeline page, stages before the first known day', 0, pipeline.stages.length);
    to.same(
      day,
      'pipeline page, sum before the first known day',
      undefined,
      pipeline.pipeline?.count,
    );
  }
}

function compareCounts(
  to: Comparison,
  { histories, mapping, editionDays }: RegisterUnderTest,
  day: Day,
  { overview, pipeline }: { readonly overview: WireOverview; readonly pipeline: WirePipeline },
): void {
  const undatedCount = countUndated(histories, editionDays, day);
  to.same(day, 'overview, undated', undatedCount, overview.undated ?? 0);
  to.same(day, 'pipeline page, undated', undatedCount, pipeline.undated_projects ?? 0);
  const states = statesOn(histories, day);
  const active = states.filter(({ status }) => status === 'active');
  const groups = sumsBy(states, (state) => groupOf(mapping, state));
  const stages = sumsBy(active, ({ stage }) => stage);
  for (const group of ['established', 'pipeline'] as const) {
    const strip = overview.strip.groups.find((one) => one.group === group);
    to.same(day, `overview, ${group}`, printSum(groups.get(group) ?? nothing), text(strip));
  }
  to.same(
    day,
    'pipeline page, pipeline',
    printSum(groups.get('pipeline') ?? nothing),
    text(pipeline.pipeline),
  );
  to.same(
    day,
    'on hold',
    states.filter(({ status }) => status === 'on_hold').length,
    pipeline.on_hold,
  );
  const stripRows = overview.strip.groups.flatMap(({ rows }) => rows);
  for (const stage of stageOrder) {
    const expected = printSum(stages.get(stage) ?? nothing);
    const row = pipeline.stages.find((one) => one.stage === stage);
    to.same(
      day,
      `overview, ${stage}`,
      expected,
      text(stripRows.find((one) => one.stage === stage)),
    );
    to.same(day, `pipeline page, ${stage}`, expected, text(row));
    const days = stageDays(
      active.filter((state) => state.stage === stage),
      day,
    );
    to.same(day, `${stage}, dated`, days.dated, row?.dated ?? 0);
    to.same(day, `${stage}, undated`, days.undated, row?.undated ?? 0);
    to.close(day, `${stage}, median days`, days.median && toNumber(days.median), row?.median_days);
    to.same(day, `${stage}, 8 in 10 within`, days.eightInTen, row?.p80_days);
  }
}

/**
 * Sums of active projects by each key of a project here, and the excluded ones by status.
 */
export async function compareSummaries(
  to: Comparison,
  { get, histories, firstDay }: RegisterUnderTest,
  day: Day,
): Promise<void> {
  if (day < firstDay) return;
  const states = statesOn(histories, day);
  const active = states.filter(({ status }) => status === 'active');
  const leftOut = sumsBy(
    states.filter(({ status }) => status !== 'active'),
    ({ status }) => status,
  );
  const keys: readonly (readonly [string, (state: State) => string])[] = [
    ['industry', ({ industry }) => industry],
    ['stage', ({ stage }) => stage],
  ];
  for (const [by, keyOf] of keys) {
    const summary = await get<WireSummary>(`/api/v1/summary?by=${by}&as_of=${day}`);
    const expected = sumsBy(active, keyOf);
    for (const key of new Set([...expected.keys(), ...summary.groups.map((group) => group.key)]))
      to.same(
        day,
        `sum by ${by}, ${key}`,
        printSum(expected.get(key) ?? nothing),
        text(summary.groups.find((group) => group.key === key)),
      );
    for (const key of new Set([...leftOut.keys(), ...summary.left_out.map((group) => group.key)]))
      to.same(
        day,
        `left out of the sum, ${key}`,
        printSum(leftOut.get(key) ?? nothing),
        text(summary.left_out.find((group) => group.key === key)),
      );
    to.same(day, `sum by ${by}, total`, printSum(sumOf(active)), text(summary.total));
  }
}

const steps: readonly Step[] = [
  'opening',
  'new',
  'established',
  'resumed',
  'stage_set',
  'lost',
  'withdrawn',
  'ended',
  'moved_back',
  'on_hold',
  'unlisted',
  'stage_unset',
  'revised_up',
  'revised_down',
  'revised',
  'closing',
];
/** The bridge of both groups and the moves between two days. */
export async function compareChanges(
  to: Comparison,
  register: RegisterUnderTest,
  from: Day,
  until: Day,
): Promise<void> {
  const changes = await register.get<WireChanges>(`/api/v1/changes?from=${from}&to=${until}`);
  const days = `${from} to ${until}`;
  if (from >= register.firstDay) {
    const pairs = pairsOf(register.histories, from, until);
    compareBridge(to, register, days, { pairs, changes });
    compareMoves(to, days, pairs, { from, until, changes });
    return;
  }
  to.same(days, 'bridge from before the first known day', 0, changes.bridge.groups.length);
  to.same(days, 'moves from before the first known day', undefined, changes.total);
}

type Pairs = ReturnType<typeof pairsOf>;
function compareBridge(
  to: Comparison,
  { mapping }: RegisterUnderTest,
  days: string,
  { pairs, changes }: { readonly pairs: Pairs; readonly changes: WireChanges },
): void {
  for (const group of ['established', 'pipeline'] as const) {
    const expected = bridgeOf(group, mapping, pairs);
    const bridge = changes.bridge.groups.find((one) => one.group === group);
    for (const step of steps) {
      const wire = bridge?.steps.find(({ kind }) => kind === step);
      to.same(
        days,
        `bridge of ${group}, ${step}`,
        printSum(expected.get(step) ?? nothing),
        text(wire),
      );
    }
  }
}

function compareMoves(
  to: Comparison,
  days: string,
  pairs: Pairs,
  {
    from,
    until,
    changes,
  }: { readonly from: Day; readonly until: Day; readonly changes: WireChanges },
): void {
  const kinds = new Map(pairs.map((pair) => [pair.history.code, kindsOf(pair, [from, until])]));
  const moves = [...kinds].filter(([, own]) => own.length > 0);
  to.same(days, 'moves', moves.length, changes.total);
  const counts = new Map<MoveKind, number>();
  for (const [, [kind]] of moves)
    if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  for (const kind of moveKinds)
    to.same(days, `moves, ${kind}`, counts.get(kind) ?? 0, changes.counts?.[kind] ?? 0);
  for (const move of changes.moves)
    to.same(
      days,
      `kinds of ${move.code}`,
      [...(kinds.get(move.code) ?? [])].toSorted().join(' '),
      [...move.kinds].toSorted().join(' '),
    );
}
