import type { MarkShape } from '#charts/kit/style/industry-marks.ts';
import type { Token } from '#charts/kit/style/tokens.ts';
import type { QuarterPart } from '#domain/analysis/project-timeline.ts';

/** The paint of each part of a quarter, from the foot of its bar to the top. */
export const partPaint: readonly {
  readonly part: QuarterPart;
  readonly colour: Token;
  readonly hollow: boolean;
  readonly shape: MarkShape;
}[] = [
  { part: 'done', colour: 'accent', hollow: false, shape: 'circle' },
  { part: 'done_late', colour: 'stage-3', hollow: false, shape: 'circle' },
  { part: 'done_unknown', colour: 'axis', hollow: false, shape: 'circle' },
  { part: 'late', colour: 'behind', hollow: false, shape: 'diamond' },
  { part: 'later', colour: 'behind', hollow: true, shape: 'ring' },
  { part: 'open', colour: 'accent', hollow: true, shape: 'ring' },
];
