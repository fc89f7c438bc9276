import type { Day } from './days.ts';
import type { Comparison } from './comparison.ts';
import { bridgeOf, kindsOf, type MoveKind, moveKinds, pairsOf, type Step } from './changes.ts';
import { type History, stageOrder, statesOn, type State } from './register.ts';
import { stageDays } from './stage-days.ts';
import { type Group, groupOf, nothing, printSum, type StageMapping, type Sum, sumOf, sumsBy } from './sums.ts';
import { toNumber } from './fraction.ts';

/** Figures of the product as its API writes them. */
interface WireSum {
  readonly count: number;
  readonly undisclosed: number;
  readonly amounts: readonly { readonly currency: string; readonly minor: string }[];
}
interface WireOverview {
  readonly strip: {
    readonly groups: readonly (WireSum & { readonly group: string; readonly rows: readonly (WireSum & { stage: string })[] })[];
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
  readonly pipeline: WireSum;
  readonly on_hold: number;
}
interface WireSummary {
  readonly groups: readonly (WireSum & { readonly key: string })[];
  readonly left_out: readonly (WireSum & { readonly key: string })[];
  readonly total: WireSum;
}
interface WireChanges {
  readonly bridge: {
    readonly groups: readonly { readonly group: string; readonly steps: readonly (WireSum & { readonly kind: string })[] }[];
  };
  readonly moves: readonly { readonly code: string; readonly kinds: readonly string[] }[];
  readonly total: number;
  readonly counts: Readonly<Record<string, number>>;
}
export type Get = <T>(path: string) => Promise<T>;
export interface RegisterUnderTest {
  readonly get: Get;
  readonly histories: readonly History[];
  readonly mapping: StageMapping;
}

const sumOfWire = ({ count, undisclosed, amounts }: WireSum): Sum => ({
  count,
  undisclosed,
  amounts: new Map(amounts.map(({ currency, minor }) => [currency, BigInt(minor)])),
});
const text = (sum: WireSum | undefined): string => printSum(sum === undefined ? nothing : sumOfWire(sum));

/** Counts, sums and days in stage on one day: overview, pipeline, list and summaries. */
export async function compareDay(to: Comparison, { get, histories, mapping }: RegisterUnderTest, day: Day): Promise<void> {
  const states = statesOn(histories, day);
  const active = states.filter(({ status }) => status === 'active');
  const groups = sumsBy(states, (state) => groupOf(mapping, state));
  const [overview, pipeline] = await Promise.all([
    get<WireOverview>(`/api/v1/overview?as_of=${day}&compare=none`),
    get<WirePipeline>(`/api/v1/pipeline?as_of=${day}&compare=none`),
  ]);
  const stages = sumsBy(active, ({ stage }) => stage);
  for (const group of ['established', 'pipeline'] as const) {
    const strip = overview.strip.groups.find((one) => one.group === group);
    to.same(day, `overview, ${group}`, printSum(groups.get(group) ?? nothing), text(strip));
  }
  to.same(day, 'pipeline page, pipeline', printSum(groups.get('pipeline') ?? nothing), text(pipeline.pipeline));
  to.same(day, 'on hold', states.filter(({ status }) => status === 'on_hold').length, pipeline.on_hold);
  const stripRows = overview.strip.groups.flatMap(({ rows }) => rows);
  for (const stage of stageOrder) {
    const expected = printSum(stages.get(stage) ?? nothing);
    const row = pipeline.stages.find((one) => one.stage === stage);
    to.same(day, `overview, ${stage}`, expected, text(stripRows.find((one) => one.stage === stage)));
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

/** Sums of active projects by each key that a project has here, and by status what they leave out. */
export async function compareSummaries(to: Comparison, { get, histories }: RegisterUnderTest, day: Day): Promise<void> {
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
      to.same(day, `sum by ${by}, ${key}`, printSum(expected.get(key) ?? nothing), text(summary.groups.find((group) => group.key === key)));
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

const steps: readonly Step[] = ['opening', 'new', 'moved_in', 'moved_out', 'revised', 'closing'];
/** The bridge of both groups and the moves between two days. */
export async function compareChanges(to: Comparison, { get, histories, mapping }: RegisterUnderTest, from: Day, until: Day): Promise<void> {
  const pairs = pairsOf(histories, from, until);
  const changes = await get<WireChanges>(`/api/v1/changes?from=${from}&to=${until}`);
  const days = `${from} to ${until}`;
  for (const group of ['established', 'pipeline'] as const satisfies readonly Group[]) {
    const expected = bridgeOf(group, mapping, pairs);
    const bridge = changes.bridge.groups.find((one) => one.group === group);
    for (const step of steps) {
      const wire = bridge?.steps.find(({ kind }) => kind === step);
      to.same(days, `bridge of ${group}, ${step}`, printSum(expected.get(step) ?? nothing), text(wire));
    }
  }
  const kinds = new Map(pairs.map((pair) => [pair.history.code, kindsOf(pair, [from, until])]));
  const moved = [...kinds].filter(([, own]) => own.length > 0);
  to.same(days, 'moves', moved.length, changes.total);
  const counts = new Map<MoveKind, number>();
  for (const [, [kind]] of moved) if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  for (const kind of moveKinds) to.same(days, `moves, ${kind}`, counts.get(kind) ?? 0, changes.counts[kind] ?? 0);
  for (const move of changes.moves)
    to.same(days, `kinds of ${move.code}`, [...(kinds.get(move.code) ?? [])].toSorted().join(' '), [...move.kinds].toSorted().join(' '));
}
