import { factsOn, type FactList } from '../../figures/charts/facts.ts';
import {
  behindOf,
  dateMilestone,
  deadlinesOf,
  dueOf,
  milestoneOrder,
  passedOf,
  quartersOf,
  type Timed,
  verdictOf,
} from '../../figures/charts/timeline.ts';
import type { Day } from '../../figures/days.ts';
import { fraction, median, toNumber } from '../../figures/fraction.ts';
import { stageOrder, statesOn } from '../../figures/register.ts';
import type { Comparison } from '../comparison.ts';
import type { RegisterUnderTest } from '../register.ts';

interface WireDue {
  readonly code: string;
  readonly day: Day;
  readonly type?: string;
  readonly gate?: { readonly id: string };
}
interface WireMilestone {
  readonly type: string;
  readonly original?: Day;
  readonly plan?: Day;
  readonly actual?: Day;
  readonly passed?: boolean;
  readonly slip?: number;
  readonly overdue?: number;
}
interface WireTimelineRow {
  readonly code: string;
  readonly milestones: readonly WireMilestone[];
  readonly gates: readonly { readonly id: string; readonly due: Day }[];
  readonly verdict: { readonly kind: string; readonly type?: string; readonly days?: number };
}
interface WireTimeline {
  readonly projects?: number | 'unknown';
  readonly undated?: number;
  readonly no_original?: number;
  readonly behind?: number;
  readonly median_delay?: number;
  readonly due?: readonly WireDue[];
  readonly due_total?: number;
  readonly passed?: readonly WireDue[];
  readonly passed_total?: number;
  readonly quarters?: readonly (Readonly<Record<string, number>> & { readonly quarter: string })[];
  readonly rows?: readonly WireTimelineRow[];
}
const parts = ['done', 'done_late', 'done_unknown', 'late', 'later', 'open'] as const;

/** The active projects of a group with their dates. */
function timedOn(
  { histories, mapping }: RegisterUnderTest,
  lists: readonly FactList[],
  group: 'established' | 'pipeline' | 'all',
  day: Day,
): readonly Timed[] {
  const stages = group === 'all' ? stageOrder : mapping[group];
  const [facts, first] = [factsOn(lists, day), lists[0]?.facts];
  return statesOn(histories, day)
    .filter(({ status, stage }) => status === 'active' && stages.includes(stage))
    .flatMap(({ code, stage }): Timed[] => {
      const history = histories.find((one) => one.code === code);
      if (history === undefined) return [];
      const own = facts.get(code);
      const milestones = milestoneOrder.flatMap((type) => {
        const one = own?.milestones.find((milestone) => milestone.type === type);
        const plan = first?.get(code)?.milestones.find((m) => m.type === type)?.plan ?? one?.plan;
        return one === undefined ? [] : [dateMilestone(one, plan, stage, day)];
      });
      const start = milestones.find(({ type }) => type === 'start')?.original;
      const isOnLand = own?.site_mode === 'land';
      return [
        {
          code,
          stage,
          milestones,
          deadlines: deadlinesOf(history, { stage, isOnLand, start }, day),
        },
      ];
    });
}
const dueText = (due: readonly WireDue[] = []): string[] =>
  due.map(({ code, day, type, gate }) => `${day} ${code} ${type ?? gate?.id}`);
/** By day, then by code; entries of one project on one day in any order. */
const firstOf = (entries: readonly string[]): string =>
  entries.toSorted().slice(0, 20).toSorted().join('\n');

function compareRow(
  to: Comparison,
  [day, name]: readonly [Day, string],
  timed: Timed,
  row: WireTimelineRow | undefined,
): void {
  const dates = (one: WireMilestone | Timed['milestones'][number]): string =>
    [
      one.type,
      one.original,
      one.plan,
      one.actual,
      one.passed === true,
      one.slip ?? 'no slip',
      one.overdue ?? 'not overdue',
    ].join(' ');
  to.same(
    day,
    `${name}, dates`,
    timed.milestones.map(dates).join(),
    row?.milestones.map(dates).join(),
  );
  const gates = (list: readonly { readonly id: string; readonly due: Day }[] = []): string =>
    list
      .map(({ id, due }) => `${id} ${due}`)
      .toSorted()
      .join();
  to.same(day, `${name}, deadlines`, gates(timed.deadlines), gates(row?.gates));
  const { kind, type, days } = row?.verdict ?? { kind: 'none' };
  const verdict = [kind, type, days].filter((word) => word !== undefined).join(' ');
  to.same(day, `${name}, verdict`, verdictOf(timed), verdict);
}

/** Milestones with their three dates, verdicts, the next 90 days, and quarters. */
export async function compareTimeline(
  to: Comparison,
  register: RegisterUnderTest,
  lists: readonly FactList[],
  day: Day,
): Promise<void> {
  for (const group of ['established', 'pipeline', 'all'] as const) {
    const wire = await register.get<WireTimeline>(
      `/api/v1/analysis/timeline?as_of=${day}&by=${group}`,
    );
    const name = `timeline of ${group}`;
    if (day < register.firstDay) {
      to.same(day, `${name} before the first known day`, 'unknown', wire.projects);
      continue;
    }
    const projects = timedOn(register, lists, group, day);
    const verdicts = projects.map((one) => verdictOf(one));
    const count = (kinds: readonly string[]): number =>
      verdicts.filter((verdict) => kinds.includes(verdict)).length;
    to.same(day, `${name}, projects`, projects.length, wire.projects);
    to.same(day, `${name}, undated`, count(['no_dates', 'no_day']), wire.undated);
    to.same(day, `${name}, without original`, count(['no_original']), wire.no_original);
    const delays = projects.map(behindOf).filter((days) => days > 0);
    const middle = median(delays.map((days) => fraction(days)));
    to.same(day, `${name}, behind`, delays.length, wire.behind);
    to.close(day, `${name}, median delay`, middle && toNumber(middle), wire.median_delay);
    const due = projects.flatMap((one) => dueOf(one, day));
    const overdueGates = projects.flatMap((one) => passedOf(one, day));
    to.same(day, `${name}, due`, due.length, wire.due_total);
    to.same(day, `${name}, first due`, firstOf(due), firstOf(dueText(wire.due)));
    to.same(day, `${name}, passed`, overdueGates.length, wire.passed_total);
    to.same(day, `${name}, first passed`, firstOf(overdueGates), firstOf(dueText(wire.passed)));
    const quarters = projects.flatMap((one) => quartersOf(one, day));
    const wired = (wire.quarters ?? []).flatMap((one) =>
      parts.flatMap((part) => Array<string>(one[part] ?? 0).fill(`${one.quarter} ${part}`)),
    );
    to.same(day, `${name}, quarters`, quarters.toSorted().join(), wired.toSorted().join());
    for (const timed of projects)
      compareRow(
        to,
        [day, `${name}, ${timed.code}`],
        timed,
        wire.rows?.find(({ code }) => code === timed.code),
      );
  }
}
