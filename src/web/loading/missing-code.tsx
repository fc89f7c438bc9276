import { useEffect } from 'react';
import { reach } from '#web/data/query-client.ts';
import { useAway } from '#web/data/use-server-away.ts';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';

const reloadedKey = 'headway.reloaded';
const reloadWithinMs = 30_000;
/**
 * Firefox gives up the imports of a page that a reader leaves. A reload at once would cancel the
 * reader's own way.
 */
const leaveMs = 2000;

/** Reloads the page, at most once in 30 seconds, so that a missing file causes no loop. */
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

/** Messages of browsers for a failed import of code. */
export const isLostCode = (error: unknown): boolean =>
  error instanceof TypeError &&
  /dynamically imported module|module script failed|error loading/i.test(error.message);

/**
 * Replaces a page whose code could not be loaded: no network, or a newer version was deployed.
 * Reloads when the server answers, unless the reader leaves the page within two seconds.
 */
export function LostPage({ onReload = reload }: { readonly onReload?: () => void }) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hasEnded = false;
    void reach.check().then(() => {
      if (!hasEnded) timer = setTimeout(onReload, leaveMs);
    });
    return () => {
      hasEnded = true;
      clearTimeout(timer);
    };
  }, [onReload]);
  const code = useAway() ? 'not_loaded' : 'offline';
  return <ErrorPanel failure={{ code }} onRetry={() => location.reload()} />;
}
