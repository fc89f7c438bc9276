import { compact } from '#domain/values/compact.ts';
import { fromWire, toMajor } from '#domain/values/money.ts';
import type { Overview, RevisedFigure } from './overview.ts';
type NamedFigure = Pick<RevisedFigure, 'figure' | 'period' | 'stage' | 'unit'> & {
  readonly value: string;
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
      now === undefined ? [] : [{ figure, unit, value: now.value }],
    ),
    ...strip.groups.flatMap(({ rows }) =>
      rows.flatMap(({ stage, count, amounts }): NamedFigure[] => [
        { figure: 'stage', stage, unit: 'projects', value: `${count}` },
        ...amounts.map((money) => ({
          figure: 'stage',
          stage,
          unit: money.currency,
          value: toMajor(fromWire(money)),
        })),
      ]),
    ),
    ...targets.flatMap(({ indicator: figure, unit, now, series }) =>
      series.flatMap(({ period, date, value }): NamedFigure[] =>
        // the level of the last month is the value now
        value === undefined || (now?.basis === 'level' && now.date === date)
          ? []
          : [{ figure, period, unit, value }],
      ),
    ),
  ];
}

/** Lists the figures of a day that were revised between two readings, in display order. */
export function listRevisions(seenOverview: Overview, now: Overview): RevisedFigure[] {
  const indexByKey = (overview: Overview): Map<string, NamedFigure> =>
    new Map(
      listFigures(overview).map((one) => [
        [one.figure, one.period, one.stage, one.unit].join(' '),
        one,
      ]),
    );
  const [before, after] = [indexByKey(seenOverview), indexByKey(now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key): RevisedFigure[] => {
    const [a, b] = [before.get(key), after.get(key)];
    const subject = b ?? a;
    if (subject === undefined || a?.value === b?.value) return [];
    const { value: _value, ...figure } = subject;
    return [
      {
        ...figure,
        ...compact({ before: a?.value, now: b?.value }),
      },
    ];
  });
}
