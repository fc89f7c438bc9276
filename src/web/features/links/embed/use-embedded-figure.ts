import { useCallback, useEffect, useRef, useState } from 'react';
import type { SharedPayload } from '#contract/links/schemas.ts';
import { type FigureAccess, readFigure } from './queries.ts';
import { Reach } from '#web/data/reachability.ts';
import { takeSecret } from '#web/url/link-secret.ts';

export type Figure =
  | { readonly at: 'opening' | 'gone' | 'failed' }
  /** `stale` means that the last reading failed. */
  | {
      readonly at: 'shown';
      readonly payload: SharedPayload;
      readonly readAt: number;
      readonly stale: boolean;
    };
/** How often a visible figure is read again, in ms. The embedding page may stay open all day. */
const freshForMs = 10 * 60_000;

/**
 * Loads and refreshes the figure of the address. It stays when a request fails and disappears when
 * the link ends.
 */
export function useFigure(): { readonly figure: Figure; readonly again: () => void } {
  const [figure, setFigure] = useState<Figure>({ at: 'opening' });
  const secret = useRef('');
  const access = useRef<FigureAccess>(undefined);
  const read = useCallback(async () => {
    try {
      const figure = await readFigure(secret.current, access.current);
      access.current = figure?.access;
      setFigure(
        figure === undefined
          ? { at: 'gone' }
          : { at: 'shown', payload: figure.payload, readAt: Date.now(), stale: false },
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

/** Whether a message of the parent window requests the height. */
const asksForHeight = ({ source, data }: MessageEvent): boolean =>
  source === window.parent &&
  typeof data === 'object' &&
  data !== null &&
  'type' in data &&
  data.type === 'headway-measure';

/**
 * Posts the height of the figure to the parent window, when it changes and on request. In a frame
 * that is too low for the figure, the foot stays visible.
 */
export function usePostedHeight(): void {
  useEffect(() => {
    if (window.parent === window) return undefined;
    const post = () => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      document.body.toggleAttribute('data-cut', height > window.innerHeight + 1);
      const foot = document.querySelector('[data-foot]')?.getBoundingClientRect().height ?? 0;
      document.body.style.setProperty('--foot', `${foot}px`);
      window.parent.postMessage({ type: 'headway-height', height }, '*');
    };
    const answer = (event: MessageEvent) => {
      if (asksForHeight(event)) post();
    };
    const observer = new ResizeObserver(post);
    observer.observe(document.body);
    window.addEventListener('message', answer);
    window.addEventListener('resize', post);
    return () => {
      observer.disconnect();
      window.removeEventListener('message', answer);
      window.removeEventListener('resize', post);
    };
  }, []);
}
