import type { MarkShape } from '#charts/kit/style/industry-marks.ts';
import type { Token } from '#charts/kit/style/tokens.ts';
import type { CaseMark } from './series.ts';

/** The colour of the shade beyond a limit. It differs from the ground in light and dark. */
export const overShade: Token = 'grid';

/** The shape and colour of a case, as in the key below the plot. */
export const caseMarks: Readonly<
  Record<CaseMark['kind'], { readonly shape: MarkShape; readonly colour: Token }>
> = {
  open: { shape: 'ring', colour: 'accent' },
  over: { shape: 'diamond', colour: 'behind' },
  moved_on: { shape: 'circle', colour: 'accent' },
  left: { shape: 'cross', colour: 'ink-3' },
};
