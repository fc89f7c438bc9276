import type { Completeness } from '#domain/analysis/completeness.ts';
import type { ProjectTimeline } from '#domain/analysis/project-timeline.ts';
import type { StageTime, StageTimeRow } from '#domain/analysis/stage-time.ts';
import { compact } from '#domain/values/compact.ts';
import { type RedactionProfile, smallestGroup } from '#domain/redaction/profile.ts';

type Line = StageTimeRow['open'] | StageTimeRow['closed'];

/**
 * Redacts the days of a line. Median and spread need as many projects as an amount. Single cases
 * need a link that names every project.
 */
function redactLine<L extends Line>(line: L, profile: RedactionProfile): L {
  if (profile.names === 'shown') return line;
  const { cases: _, median, spread, ...counts } = line;
  const isVisible = line.count >= smallestGroup(profile);
  const sizes = isVisible ? compact({ median, spread }) : {};
  return { ...counts, ...sizes } as L;
}

/** Redacts the days in each stage of a register without the excluded projects. */
export const redactStageTime = (
  { stages, on_hold, stage_not_set, moved_back, stage_unset }: StageTime,
  profile: RedactionProfile,
): StageTime => ({
  stages: stages.map(({ stage, limit, open, closed }) => ({
    stage,
    ...compact({ limit }),
    open: redactLine(open, profile),
    closed: redactLine(closed, profile),
  })),
  on_hold,
  stage_not_set,
  moved_back,
  ...compact({ stage_unset }),
});

/** Redacts a timeline. It has the named projects, or only counts if the link hides names. */
export function redactTimeline(
  timeline: ProjectTimeline,
  profile: RedactionProfile,
): ProjectTimeline {
  if (profile.names !== 'hidden') return timeline;
  const { rows: _, median_delay, ...counts } = timeline;
  const isVisible = counts.behind >= smallestGroup(profile);
  return {
    ...counts,
    ...compact({ median_delay: isVisible ? median_delay : undefined }),
    due: [],
    passed: [],
    delays: [],
  };
}

/** Redacts completeness. Removes owners, and fields that show whether there is an owner. */
export const redactCompleteness = ({
  projects,
  fields,
  ages,
  oldest_days,
}: Completeness): Completeness => ({
  projects,
  fields: fields.filter(({ field }) => field !== 'owner' && field !== 'unit'),
  ages,
  ...compact({ oldest_days }),
});
