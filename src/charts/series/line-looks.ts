import type { Token } from '#charts/kit/style/tokens.ts';

interface LineLook {
  readonly colour: Token;
  /** In px. */
  readonly width: number;
  readonly dash?: string;
}
const looks: readonly LineLook[] = [
  { colour: 'accent', width: 2.4 },
  { colour: 'ink-3', width: 1.5 },
  { colour: 'ink', width: 1.5, dash: '5 3' },
  { colour: 'ink-3', width: 1.5, dash: '2 2' },
  { colour: 'accent', width: 1.5, dash: '7 2 2 2' },
];

/**
 * Selects how the line of a row is drawn: the last one strongest, the first one dashed.
 *
 * @param rank - 0 for the last row
 */
export const findLook = (rank: number): LineLook =>
  looks[rank % looks.length] ?? { colour: 'ink', width: 1.5 };
