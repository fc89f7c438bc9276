/** Why a move cannot begin, with what to do. Neither store was changed. */
export class MoveRefusal extends Error {
  override readonly name = 'MoveRefusal';
}
