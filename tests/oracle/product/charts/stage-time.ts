import { isOver, spreadOf, staysOf } from '../../figures/charts/stays.ts';
import { type Day, daysBetween } from '../../figures/days.ts';
import { toNumber } from '../../figures/fraction.ts';
import { stageOrder, statesOn } from '../../figures/register.ts';
import type { Comparison } from '../comparison.ts';
import type { RegisterUnderTest } from '../register.ts';

interface WireLine {
  readonly count: number;
  readonly median?: number;
  readonly spread?: Readonly<Record<string, number>>;
  readonly undated: number;
}
interface WireRow {
  readonly stage: string;
  readonly open: WireLine & { readonly over?: number };
  readonly closed: WireLine & { readonly moved_on: number; readonly left: number };
}
interface WireStageTime {
  readonly stages?: readonly WireRow[];
  readonly on_hold?: number;
  readonly moved_back?: number;
}

function compareLine(
  to: Comparison,
  [day, figure]: readonly [Day, string],
  { days, undated }: { readonly days: readonly number[]; readonly undated: number },
  wire: WireLine | undefined,
): void {
  to.same(day, `${figure}, cases`, days.length, wire?.count ?? 0);
  to.same(day, `${figure}, without days`, undated, wire?.undated ?? 0);
  const { median, ...points } = spreadOf(days);
  to.close(day, `${figure}, median`, median && toNumber(median), wire?.median);
  for (const [name, point] of Object.entries(points))
    to.close(day, `${figure}, ${name}`, point && toNumber(point), wire?.spread?.[name]);
}

/** The days in each stage: open cases against the limit, and closed cases. */
export async function compareStageTime(
  to: Comparison,
  { get, histories, firstDay }: RegisterUnderTest,
  day: Day,
): Promise<void> {
  const wire = await get<WireStageTime>(`/api/v1/analysis/stage-time?as_of=${day}`);
  if (day < firstDay) {
    to.same(day, 'stage time before the first known day', undefined, wire.stages?.length);
    return;
  }
  const states = statesOn(histories, day);
  const stays = histories.flatMap((history) => staysOf(history, day));
  for (const stage of stageOrder) {
    const row = wire.stages?.find((one) => one.stage === stage);
    const open = states.filter((one) => one.stage === stage && one.status === 'active');
    const since = open.flatMap((one) => one.since ?? []);
    compareLine(
      to,
      [day, `stage time of ${stage}, open`],
      { days: since.map((one) => daysBetween(one, day)), undated: open.length - since.length },
      row?.open,
    );
    const over = since.map((one) => isOver(stage, one, day));
    if (row !== undefined)
      to.same(
        day,
        `stage time of ${stage}, over the limit`,
        isOver(stage, day, day) === undefined ? undefined : over.filter(Boolean).length,
        row.open.over,
      );
    const ends = stays.filter((one) => one.stage === stage && one.end !== 'moved_back');
    const datedEnds = ends.filter((one) => one.days !== undefined);
    compareLine(
      to,
      [day, `stage time of ${stage}, closed`],
      { days: datedEnds.flatMap((one) => one.days ?? []), undated: ends.length - datedEnds.length },
      row?.closed,
    );
    for (const end of ['moved_on', 'left'] as const)
      to.same(
        day,
        `stage time of ${stage}, ${end}`,
        datedEnds.filter((one) => one.end === end).length,
        row?.closed[end] ?? 0,
      );
  }
  const onHold = states.filter(({ status }) => status === 'on_hold').length;
  to.same(day, 'stage time, on hold', onHold, wire.on_hold);
  const back = stays.filter(({ end }) => end === 'moved_back').length;
  to.same(day, 'stage time, moved back', back, wire.moved_back);
}
