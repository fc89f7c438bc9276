import type { IsoDate } from '#domain/values/date.ts';
import { stages, type Stage, type StageOrUnknown } from '#domain/projects/stage.ts';
import type { Card } from '#domain/work/board.ts';

/** A move of a card that the server has not confirmed. */
export interface PendingMove {
  readonly card: Card;
  readonly from: StageOrUnknown;
  readonly to: Stage;
  /** The day on which it was made. */
  readonly on: IsoDate;
  /** The version that was seen, as the value of If-Match. */
  readonly match: string;
  /** The idempotency key: the server stores the move once, however often it is sent. */
  readonly key: string;
}

const prefix = 'headway.board-moves.';
const none: readonly PendingMove[] = [];
/** Replaces the storage in a browser that stores nothing. */
const memory = new Map<string, string>();
const listeners = new Set<() => void>();

const isStoredMove = (one: unknown): one is PendingMove => {
  if (typeof one !== 'object' || one === null) return false;
  const { card, from, to, on, match, key } = one as Partial<PendingMove>;
  return (
    typeof card?.code === 'string' &&
    typeof card.name === 'string' &&
    typeof card.version === 'number' &&
    typeof from === 'string' &&
    stages.some((stage) => stage === to) &&
    [on, match, key].every((text) => typeof text === 'string')
  );
};

function readText(name: string): string {
  try {
    return memory.get(name) ?? localStorage.getItem(name) ?? '';
  } catch {
    return memory.get(name) ?? '';
  }
}
let last: { readonly text: string; readonly moves: readonly PendingMove[] } = {
  text: '',
  moves: none,
};
/**
 * Reads the moves that a person made in this browser and that are not confirmed, in their order.
 * Unreadable data counts as none. Equal moves give the same list object.
 */
export function readPendingMoves(person: string): readonly PendingMove[] {
  const text = readText(prefix + person);
  if (text === last.text) return last.moves;
  try {
    const content: unknown = JSON.parse(text);
    last = { text, moves: Array.isArray(content) ? content.filter(isStoredMove) : none };
  } catch {
    last = { text, moves: none };
  }
  return last.moves;
}

const notifyAll = (): void => {
  for (const listener of listeners) listener();
};
function keep(person: string, moves: readonly PendingMove[]): void {
  const name = prefix + person;
  const text = moves.length === 0 ? '' : JSON.stringify(moves);
  try {
    if (text === '') localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    memory.delete(name);
  } catch {
    memory.set(name, text);
  }
  notifyAll();
}
/**
 * Stores a move; it replaces an earlier one of the same card. A card back in its original stage has
 * none.
 */
export function keepMove(person: string, move: PendingMove): void {
  const moves = readPendingMoves(person);
  const earlier = moves.find(({ card }) => card.code === move.card.code);
  const joinedMove =
    earlier === undefined ? move : { ...move, from: earlier.from, match: earlier.match };
  const others = moves.filter((one) => one !== earlier);
  keep(person, joinedMove.from === joinedMove.to ? others : [...others, joinedMove]);
}
/** Removes moves by their keys: they are stored or abandoned. */
export const dropMoves = (person: string, keys: readonly string[]): void =>
  keep(
    person,
    readPendingMoves(person).filter(({ key }) => !keys.includes(key)),
  );

/** Removes the moves of everyone from this browser, at a sign-out. */
export function forgetPendingMoves(): void {
  memory.clear();
  try {
    for (const name of Object.keys(localStorage))
      if (name.startsWith(prefix)) localStorage.removeItem(name);
  } catch {
    // a browser without storage stores none
  }
  notifyAll();
}

/** Calls the listener when moves are stored or removed, also in another tab. */
export function watchPendingMoves(listener: () => void): () => void {
  const inOtherTab = ({ key }: StorageEvent): void => {
    if (key === null || key.startsWith(prefix)) listener();
  };
  listeners.add(listener);
  addEventListener('storage', inOtherTab);
  return () => {
    listeners.delete(listener);
    removeEventListener('storage', inOtherTab);
  };
}
