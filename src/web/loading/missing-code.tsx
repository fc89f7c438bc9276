import { useEffect } from 'react';
import { reach } from '#web/data/query-client.ts';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';

const reloadedKey = 'headway.reloaded';
const reloadWithinMs = 30_000;

/**
 * Loads the page anew, at most once in half a minute: a file that stays missing must not turn into
 * a loop.
 */
function reload(): void {
  try {
    const last = Number(sessionStorage.getItem(reloadedKey) ?? 0);
    if (Date.now() - last < reloadWithinMs) return;
    sessionStorage.setItem(reloadedKey, String(Date.now()));
  } catch {
    return;
  }
  location.reload();
}

/** A failed import of a page's code, as each browser words it. */
export const isLostCode = (error: unknown): boolean =>
  error instanceof TypeError &&
  /dynamically imported module|module script failed|error loading/i.test(error.message);

/**
 * Stands where a page's code could not be fetched: no network, or a newer Headway took its place.
 * Loads anew as soon as the server answers.
 */
export function LostPage() {
  useEffect(() => {
    let ended = false;
    void reach.check().then(() => ended || reload());
    return () => {
      ended = true;
    };
  }, []);
  return <ErrorPanel failure={{ code: 'offline' }} onRetry={() => location.reload()} />;
}
