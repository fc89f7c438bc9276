/**
 * Thrown if a move cannot begin. The message says why and what to do. Neither store was changed.
 */
export class MoveRejection extends Error {
  override readonly name = 'MoveRejection';
}
