import { useCallback, useEffect, useRef, useState } from 'react';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { type FigureAccess, readFigure } from './queries.ts';
import { Reach } from '#web/data/reachability.ts';
import { takeSecret } from '#web/url/link-address.ts';

export type Figure =
  | { readonly at: 'opening' | 'gone' | 'failed' }
  /** `stale`: it could not be read again since. */
  | {
      readonly at: 'shown';
      readonly payload: SharedPayload;
      readonly readAt: number;
      readonly stale: boolean;
    };
/** A page elsewhere may stay open all day: the figure is read again so often, while it is looked at. */
const freshForMs = 10 * 60_000;

/** The figure of the address, kept fresh. What was shown stays when it can't be read again for a while; what has ended goes. */
export function useFigure(): { readonly figure: Figure; readonly again: () => void } {
  const [figure, setFigure] = useState<Figure>({ at: 'opening' });
  const secret = useRef('');
  const access = useRef<FigureAccess>(undefined);
  const read = useCallback(async () => {
    try {
      const found = await readFigure(secret.current, access.current);
      access.current = found?.access;
      setFigure(
        found === undefined
          ? { at: 'gone' }
          : { at: 'shown', payload: found.payload, readAt: Date.now(), stale: false },
      );
    } catch (error) {
      setFigure((before) =>
        before.at === 'shown' ? { ...before, stale: true } : { at: 'failed' },
      );
      throw error;
    }
  }, []);
  const [reach] = useState(() => new Reach(read));
  useEffect(() => {
    if (secret.current === '') secret.current = takeSecret();
    reach.tryNow();
    const timer = setInterval(() => {
      if (!document.hidden && reach.state === 'well') reach.tryNow();
    }, freshForMs);
    const stop = reach.watch();
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [reach]);
  return { figure, again: () => reach.tryNow() };
}

/** Tells the page around how high the figure is, whenever that changes, and nothing else. */
export function usePostedHeight(): void {
  useEffect(() => {
    if (window.parent === window) return;
    const observer = new ResizeObserver(() => {
      window.parent.postMessage(
        { type: 'headway-height', height: Math.ceil(document.body.scrollHeight) },
        '*',
      );
    });
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
}
