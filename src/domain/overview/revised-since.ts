import { compact } from '#domain/values/compact.ts';
import { toMonth, type Month } from '#domain/values/date.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';
import { isCountUnknown } from '#domain/projects/unknown-count.ts';
import { countNotSetOfStrip } from './stage-not-set.ts';
import type { Overview, RevisedFigure } from './overview.ts';
type NamedFigure = Pick<RevisedFigure, 'figure' | 'period' | 'stage' | 'unit'> & {
  readonly value: string;
  /** The last month of a present value. */
  readonly month?: Month;
};

const headlineFigures = ['established', 'established_investment', 'pipeline'] as const;
/** Lists every figure that the overview displays, in display order. */
function listFigures({ headline, targets, strip }: Overview): NamedFigure[] {
  return [
    ...headlineFigures.flatMap((figure): NamedFigure[] => {
      const { value, unit } = headline[figure] ?? {};
      return value === undefined || unit === undefined ? [] : [{ figure, unit, value }];
    }),
    ...targets.flatMap(({ indicator: figure, unit, now }): NamedFigure[] =>
      now === undefined ? [] : [{ figure, unit, value: now.value, month: toMonth(now.date) }],
    ),
    ...strip.groups.flatMap(({ rows }) =>
      rows.flatMap(({ stage, count, amounts }): NamedFigure[] => [
        ...(isCountUnknown(count, countNotSetOfStrip(strip))
          ? []
          : [{ figure: 'stage', stage, unit: 'projects', value: `${count}` }]),
        ...amounts.map((money) => ({
          figure: 'stage',
          stage,
          unit: money.currency,
          value: toMajor(fromWire(money)),
        })),
      ]),
    ),
    ...targets.flatMap(({ indicator: figure, unit, series }) =>
      series.flatMap(({ period, value }): NamedFigure[] =>
        value === undefined ? [] : [{ figure, period, unit, value }],
      ),
    ),
  ];
}

const makeKey = ({ figure, period, stage, unit }: NamedFigure): string =>
  [figure, period, stage, unit].join(' ');

/**
 * Lists the figures of a day that were revised between two readings, in display order. The revision
 * of a present value leaves out the same value of its last month.
 */
export function listRevisions(seenOverview: Overview, now: Overview): RevisedFigure[] {
  const indexByKey = (overview: Overview): ReadonlyMap<string, NamedFigure> =>
    new Map(listFigures(overview).map((one) => [makeKey(one), one]));
  const [before, after] = [indexByKey(seenOverview), indexByKey(now)];
  const keys = [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => before.get(key)?.value !== after.get(key)?.value,
  );
  const presentValues = keys.flatMap((key) => {
    const figure = after.get(key);
    return figure?.month === undefined ? [] : [{ ...figure, period: figure.month }];
  });
  const isPresent = (month: NamedFigure): boolean =>
    presentValues.some((one) => makeKey(one) === makeKey(month) && one.value === month.value);
  return keys.flatMap((key): RevisedFigure[] => {
    const [a, b] = [before.get(key), after.get(key)];
    const subject = b ?? a;
    if (subject === undefined || (b !== undefined && isPresent(b))) return [];
    const { value: _value, month: _month, ...figure } = subject;
    return [
      {
        ...figure,
        ...compact({ before: a?.value, now: b?.value }),
      },
    ];
  });
}
