import { ink } from '#charts/kit/style/tokens.ts';
import type { Overview } from '#domain/overview/overview.ts';

type StageGroups = Overview['strip']['groups'];

/** What a drawing of the stages on a wall screen needs, with its size in units of the wall. */
export interface StagesProps {
  readonly overview: Overview;
  /** The groups in the order of the drawing. */
  readonly groups: StageGroups;
  readonly hatched: boolean;
  readonly width: number;
  readonly height: number;
}

/** The attributes of the bar of a stage: hatched where the projects are invented. */
export const stageBar = (group: StageGroups[number]['group'], hatched: boolean) => ({
  fill: hatched ? 'url(#wall-example)' : ink(group === 'established' ? 'accent' : 'stage-3'),
  stroke: ink('accent'),
  strokeWidth: 2,
});
