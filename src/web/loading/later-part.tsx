import {
  type ReactNode,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { UNSAFE_LocationContext as LocationContext } from 'react-router-dom';
import { OwnChange } from '#web/url/own-change.ts';

/** A page in the background has no frames: its parts follow after this time, in ms. */
const mostLate = 100;

/**
 * The parts below the first screen. A change of data or address reaches them after the frame that
 * shows the rest of the page, so that what the reader sees is not drawn later because of them.
 * Until then they have the former address too, so that one change draws them once. A change by one
 * of their own controls reaches them at once (decision 98).
 */
export function LaterPart({ children }: { readonly children: ReactNode }) {
  const location = useContext(LocationContext);
  const next = useMemo(() => ({ location, children }), [location, children]);
  const [later, setLater] = useState(next);
  const isOwn = useRef(false);
  const noteOwn = useCallback(() => {
    isOwn.current = true;
  }, []);
  useEffect(() => {
    if (isOwn.current) {
      isOwn.current = false;
      setLater(next);
      return undefined;
    }
    const follow = (): void => startTransition(() => setLater(next));
    const frame = requestAnimationFrame(follow);
    const timer = setTimeout(follow, mostLate);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [next]);
  const content = isOwn.current ? next : later;
  return (
    <OwnChange value={noteOwn}>
      <LocationContext value={content.location}>{content.children}</LocationContext>
    </OwnChange>
  );
}
