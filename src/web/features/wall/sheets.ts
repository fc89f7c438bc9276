import { charts } from '#charts/registry.ts';
import type { ProgressSeries } from '#charts/progress/series-types.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { TargetRow } from '#domain/targets/target-row.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { listMark, type Language } from '#domain/values/language.ts';

/**
 * The content of one sheet of a wall screen: a measure over its months, the projects of each stage,
 * or targets alone.
 */
export type WallSheet = {
  readonly key: string;
  /** The targets above the chart. */
  readonly targets: readonly TargetRow[];
} & (
  | {
      readonly kind: 'measure';
      readonly name: string;
      readonly series: ProgressSeries;
      readonly claim: string;
      readonly subtitle: string;
      readonly hatched: boolean;
    }
  | {
      readonly kind: 'stages';
      readonly claim: string;
      readonly hatched: boolean;
    }
  | { readonly kind: 'targets'; readonly claim: string }
);

/** A sheet with a chart. */
export type ChartSheet = Exclude<WallSheet, { readonly kind: 'targets' }>;

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
  targets: readonly TargetRow[],
  overview: Overview,
  language: Language,
): readonly ChartSheet[] {
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
      targets,
      name: row.name[language],
      series,
      claim: title,
      subtitle,
      hatched: data_status === 'illustrative',
    },
  ];
}

const hasProjects = ({ strip }: Overview): boolean => strip.groups.some(({ count }) => count > 0);

/** The chart of the stages below some targets, if the zone has projects. */
function stagesSheet(
  targets: readonly TargetRow[],
  overview: Overview,
  language: Language,
): readonly ChartSheet[] {
  if (!hasProjects(overview)) return [];
  const { title } = charts.pipeline.words(overview, { language, options: {} });
  const hatched = overview.strip.data_status === 'illustrative';
  const key = ['stages', ...targets.map(targetKey)].join(' ');
  return [{ kind: 'stages', key, targets, claim: title, hatched }];
}

/** A sheet for each group of targets, where there is no chart and more than one group. */
const targetSheets = (
  groups: readonly (readonly TargetRow[])[],
  language: Language,
): readonly WallSheet[] =>
  groups.length < 2
    ? []
    : groups.map((targets) => ({
        kind: 'targets',
        key: targets.map(targetKey).join(' '),
        targets,
        claim: targets.map(({ name }) => name[language]).join(listMark(language)),
      }));

/**
 * The charts of a wall screen in order; one without data is left out. Each has the targets that hold
 * its measure. Targets of which none has a chart are above the stages, or else above the first chart
 * once more; without any chart they are alone.
 */
export function wallSheets(overview: Overview, language: Language): readonly WallSheet[] {
  const groups = targetGroups(overview.targets);
  const measures = groups.flatMap((targets) =>
    targets.flatMap((row) => measureSheet(row, targets, overview, language)),
  );
  if (measures.length === 0 && !hasProjects(overview)) return targetSheets(groups, language);
  const without = groups.filter((rows) => measures.every(({ targets }) => targets !== rows));
  const below = without.length === 0 ? [groups[0] ?? []] : without;
  const stages = below.flatMap((targets) => stagesSheet(targets, overview, language));
  const again = stages.length > 0 ? [] : without;
  return [
    ...measures,
    ...stages,
    ...measures
      .slice(0, 1)
      .flatMap((first) =>
        again.map((targets) => ({ ...first, key: targets.map(targetKey).join(' '), targets })),
      ),
  ];
}
