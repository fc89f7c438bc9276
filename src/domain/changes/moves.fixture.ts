import { type Move, type MoveKind, moveKinds } from './moves.ts';

/**
 * Counts each project once, under the first of its kinds, so that the counts add up to the number
 * of projects.
 *
 * @param moves - the kinds of each project that changed; at least one each
 */
export function countMoves(
  moves: readonly Pick<Move, 'kinds'>[],
): Readonly<Record<MoveKind, number>> {
  const counts = Object.fromEntries(moveKinds.map((kind) => [kind, 0])) as Record<MoveKind, number>;
  for (const { kinds } of moves) if (kinds[0] !== undefined) counts[kinds[0]] += 1;
  return counts;
}
