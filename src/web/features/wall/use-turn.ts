import { useEffect, useState } from 'react';
import { type HandAction, listenForHand } from './hand-actions.ts';

/** Time in s until the next chart, where the address gives none. */
export const turnAfterS = 30;

/** The position in the charts of a wall screen. */
export interface Turn {
  /** The index of the displayed chart, from 0. */
  readonly current: number;
  /** Whether the charts wait for a person. */
  readonly isStopped: boolean;
  /** The number of actions of a person so far, and the last one. */
  readonly actions: number;
  readonly lastAction?: 'move' | 'stop' | 'start';
}

const places: Readonly<Partial<Record<HandAction, (now: number, sheets: number) => number>>> = {
  previous: (now, sheets) => (now + sheets - 1) % sheets,
  next: (now, sheets) => (now + 1) % sheets,
  first: () => 0,
  last: (_, sheets) => sheets - 1,
};

/** The position after an action of a person. A move stops the rotation. */
function turnByHand(turn: Turn, action: HandAction, sheets: number): Turn {
  const actions = turn.actions + 1;
  const place = places[action];
  if (place !== undefined) {
    const current = place(turn.current % sheets, sheets);
    return { current, isStopped: true, actions, lastAction: 'move' };
  }
  if (turn.isStopped) return { ...turn, isStopped: false, actions, lastAction: 'start' };
  return action === 'toggle' ? { ...turn, isStopped: true, actions, lastAction: 'stop' } : turn;
}

/**
 * Turns to the next chart every `seconds`, and by keys, swipes and taps of a person. After the last
 * chart comes the first.
 */
export function useTurn(sheets: number, seconds: number): Turn {
  const [turn, setTurn] = useState<Turn>({ current: 0, isStopped: false, actions: 0 });
  const { isStopped } = turn;
  useEffect(() => {
    if (sheets < 2 || isStopped) return undefined;
    const timer = setInterval(
      () => setTurn((now) => ({ ...now, current: (now.current + 1) % sheets })),
      seconds * 1000,
    );
    return () => clearInterval(timer);
  }, [sheets, seconds, isStopped]);
  useEffect(
    () =>
      sheets < 2
        ? undefined
        : listenForHand((action) => setTurn((now) => turnByHand(now, action, sheets))),
    [sheets],
  );
  return { ...turn, current: sheets === 0 ? 0 : turn.current % sheets };
}

/**
 * Reads the present time every `everyMs` milliseconds.
 * @returns a time in ms since 1970; undefined on the server and until hydration
 */
export function useNow(everyMs: number): number | undefined {
  const [now, setNow] = useState<number>();
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
