import { findQuantile } from '#domain/outlook/chance/distribution.ts';
import {
  comparedRamps,
  spreadProjects,
  type ChanceAssumptions,
  type ChanceInput,
} from '#domain/outlook/make-chance.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { canChangePace, findPaceShift } from './pace-scenario.ts';
import type { Assumption, Sensitivity } from './scenario-result.ts';

/** The changes that each bar compares: 12 months later, −20 % and +25 %, and two other times to full capacity. */
const chanceChanges: readonly {
  readonly assumption: Assumption;
  readonly changed: readonly ChanceAssumptions[];
}[] = [
  { assumption: 'delay', changed: [{ delay_months: 12 }] },
  { assumption: 'rate', changed: [{ rate: 0.8 }, { rate: 1.25 }] },
  {
    assumption: 'ramp',
    changed: [{ ramp_months: comparedRamps.slower }, { ramp_months: comparedRamps.faster }],
  },
];
/** A coarser grid is enough for the difference of two middles, since both use it. */
const coarse = 512;

const size = ({ changes }: Sensitivity): number => Math.max(...changes.map(Math.abs));
const sortBars = (bars: readonly Sensitivity[]): readonly Sensitivity[] =>
  bars.filter((bar) => size(bar) > 0).toSorted((a, b) => size(b) - size(a));

/** Lists the assumptions of the chance that move the likely amount most, largest first. */
export function listChanceSensitivity(input: ChanceInput): readonly Sensitivity[] {
  const middle = (from: ChanceInput, assumptions: ChanceAssumptions): number =>
    findQuantile(spreadProjects(from, assumptions, coarse), 0.5);
  const base = middle(input, {});
  const hasOwn = Object.keys(input.exposures).length > 0;
  return sortBars([
    ...chanceChanges.map(({ assumption, changed }) => ({
      assumption,
      changes: changed.map((assumptions) => middle(input, assumptions) - base),
    })),
    ...(hasOwn
      ? [
          {
            assumption: 'default_rates' as const,
            changes: [middle({ ...input, exposures: {} }, {}) - base],
          },
        ]
      : []),
  ]);
}

/**
 * Lists the months of the pace that move the forecast most, and the effect of a fifth of the pace.
 */
export function listPaceSensitivity(row: TargetRow): readonly Sensitivity[] {
  const { forecast } = row;
  if (forecast.kind !== 'range' || !canChangePace(row)) return [];
  const fifth = 0.2 * forecast.pace * forecast.months;
  const over = ([9, 6] as const).flatMap((months) => {
    const shift = findPaceShift(row, months)?.shift;
    return shift === undefined ? [] : [{ assumption: `pace_${months}` as const, changes: [shift] }];
  });
  return sortBars([{ assumption: 'pace' as const, changes: [-fifth, fifth] }, ...over]);
}
