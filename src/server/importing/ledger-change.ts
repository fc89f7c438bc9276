import type { ImportLedger, LedgerSide } from '#contract/imports.ts';
import type { Observation } from '#domain/indicator.ts';
import { fromWire, sumMoney, toWire } from '#domain/money.ts';
import type { IsoDate, ProjectRecord } from '#domain/project.ts';
import { segments } from '#domain/segments.ts';
import { stageGroup, type StageMapping } from '#domain/stage.ts';

const groups = ['established', 'pipeline', 'neither'] as const;

/** Counts and sums of each group on a day; two currencies are never added. */
function sides(records: Iterable<ProjectRecord>, day: IsoDate, mapping: StageMapping): Record<(typeof groups)[number], LedgerSide> {
  const found = { established: [] as ProjectRecord[], pipeline: [] as ProjectRecord[], neither: [] as ProjectRecord[] };
  for (const record of records) {
    const then = segments(record).findLast((s) => s.valid_from <= day);
    const group = then === undefined ? 'neither' : stageGroup(then.stage, then.status, mapping);
    found[group].push(record);
  }
  const side = (of: readonly ProjectRecord[]): LedgerSide => {
    const money = of.flatMap((r) => r.facts.amounts.total_investment?.money ?? []);
    return { count: of.length, undisclosed: of.length - money.length, amounts: sumMoney(money.map(fromWire)).map(toWire) };
  };
  return { established: side(found.established), pipeline: side(found.pipeline), neither: side(found.neither) };
}

/** What the ledger's counts and sums are on the file's day, before the import and after it. Without any own project there is no before. */
export function registerChange(
  known: readonly ProjectRecord[],
  kept: ReadonlyMap<string, ProjectRecord>,
  all: readonly ProjectRecord[],
  day: IsoDate,
  mapping: StageMapping,
): ImportLedger {
  const before = known.length === 0 ? undefined : sides(known, day, mapping);
  const after = sides(new Map([...kept, ...all.map((r) => [r.code, r] as const)]).values(), day, mapping);
  return {
    groups: groups.map((group) => ({ group, ...(before === undefined ? {} : { before: before[group] }), after: after[group] })),
    indicators: [],
  };
}

const latest = (observations: readonly Observation[]): { readonly period: string; readonly value: string } | undefined => {
  const last = observations
    .filter((o) => o.value !== undefined)
    .toSorted((a, b) => (a.period < b.period ? -1 : 1))
    .at(-1);
  return last?.value === undefined ? undefined : { period: last.period, value: last.value };
};

/** The last value of each indicator that the file speaks of, before the import and after it. */
export function seriesChange(known: readonly Observation[], given: readonly Observation[]): ImportLedger {
  const ids = [...new Set(given.map((o) => o.indicator))];
  return {
    groups: [],
    indicators: ids.map((indicator) => {
      const old = known.filter((o) => o.indicator === indicator);
      const now = given.filter((o) => o.indicator === indicator);
      const before = latest(old);
      const after = latest([...old.filter((o) => !now.some((n) => n.period === o.period)), ...now]);
      return { indicator, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
    }),
  };
}
