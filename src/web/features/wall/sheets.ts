import { charts } from '#charts/registry.ts';
import type { ProgressSeries } from '#charts/progress/series-types.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import type { Language } from '#domain/values/language.ts';

/**
 * The content of one sheet of a wall screen: a measure over its months, or the projects of each
 * stage.
 */
export type WallSheet =
  | {
      readonly kind: 'measure';
      readonly key: string;
      readonly name: string;
      readonly series: ProgressSeries;
      readonly claim: string;
      readonly subtitle: string;
      readonly hatched: boolean;
    }
  | {
      readonly kind: 'stages';
      readonly key: string;
      readonly claim: string;
      readonly hatched: boolean;
    };

/** The number of targets that a wall screen shows at a time. */
const maxTargets = 4;

/**
 * The sort key of a target: below plan first, the furthest first, then targets without a ratio,
 * then on and above plan.
 */
function distance({ attainment }: TargetRow): number {
  if (attainment === undefined) return 1;
  return attainment < 1 ? attainment : attainment + 1;
}

/**
 * The targets of a wall screen in groups of four. Up to four keep their order; of more, those
 * furthest from plan come first.
 */
export function targetGroups(targets: readonly TargetRow[]): readonly (readonly TargetRow[])[] {
  if (targets.length === 0) return [];
  if (targets.length <= maxTargets) return [targets];
  const inOrder = targets.toSorted((a, b) => distance(a) - distance(b));
  return Array.from({ length: Math.ceil(inOrder.length / maxTargets) }, (_, at) =>
    inOrder.slice(at * maxTargets, (at + 1) * maxTargets),
  );
}

function measureSheet(
  row: TargetRow,
  overview: Overview,
  language: Language,
): readonly WallSheet[] {
  const key = targetKey(row);
  const options = { measure: key, range: 'to_date', marks: 'off' } as const;
  if (row.kind === 'qualitative' || !charts.progress.hasData(overview, options)) return [];
  const series = charts.progress.toSeries(overview, { language, options });
  if (series.last === undefined) return [];
  const { title, subtitle, data_status } = charts.progress.words(overview, { language, options });
  return [
    {
      kind: 'measure',
      key,
      name: row.name[language],
      series,
      claim: title,
      subtitle,
      hatched: data_status === 'illustrative',
    },
  ];
}

/** The charts of a wall screen in order; one without data is left out. */
export function wallSheets(overview: Overview, language: Language): readonly WallSheet[] {
  const measures = targetGroups(overview.targets)
    .flat()
    .flatMap((row) => measureSheet(row, overview, language));
  if (!overview.strip.groups.some(({ count }) => count > 0)) return measures;
  const { title } = charts.pipeline.words(overview, { language, options: {} });
  const isExample = overview.strip.data_status === 'illustrative';
  return [...measures, { kind: 'stages', key: 'stages', claim: title, hatched: isExample }];
}

/** The targets beside a chart: the four that hold its measure, else the first four. */
export function targetsBeside(
  overview: Overview,
  sheet: WallSheet | undefined,
): readonly TargetRow[] {
  const groups = targetGroups(overview.targets);
  return (
    groups.find((rows) => rows.some((row) => targetKey(row) === sheet?.key)) ?? groups[0] ?? []
  );
}
