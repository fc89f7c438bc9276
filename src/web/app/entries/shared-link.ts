import { sharedPage } from '#contract/links/constants.ts';
import { bootId } from '#contract/core/offline.ts';
import { type FirstReply, sendSecret } from '#web/data/links/send-secret.ts';
import { loadStyles } from '#web/loading/load-styles.ts';
import { addressOfLink, takeSecret } from '#web/url/link-secret.ts';

const openedKey = 'headway.opened-link';
const secret = takeSecret();

/**
 * Loads the page that the server draws for an open link. It keeps the secret in the address until
 * that page takes it, since a session ends sooner than a link.
 *
 * @returns false in a browser without cookies or storage, where it would load again and again
 */
function goToLink(id: string): boolean {
  try {
    if (sessionStorage.getItem(openedKey) === id) return false;
    sessionStorage.setItem(openedKey, id);
  } catch {
    return false;
  }
  const address = addressOfLink(id);
  // from its own address it would only jump to the fragment
  history.replaceState(null, '', sharedPage);
  location.replace(`${address}#${secret}`);
  return true;
}

// the stylesheet would hold up this code; the drawn page finds it in the cache
const styles = loadStyles().catch(() => undefined);

async function startPage(reply?: FirstReply): Promise<void> {
  const [{ startLinkPage }] = await Promise.all([import('#web/app/link-page.tsx'), styles]);
  await startLinkPage({ secret, reply });
}

/** Starts the code of a drawn page as soon as its reader uses it. Until then a small module waits. */
function startDrawnPage(): void {
  let button: HTMLElement | null = null;
  let isStarted = false;
  let stopWaiting = (): void => undefined;
  const note = ({ target }: Event): void => {
    button = target instanceof Element ? target.closest('button') : null;
    start();
  };
  const start = (): void => {
    if (isStarted) return;
    isStarted = true;
    stopWaiting();
    startPage().then(
      () => {
        removeEventListener('click', note, true);
        // the reader pressed it before it could answer
        setTimeout(() => button?.click());
      },
      // the page stays as it is drawn until the code can be loaded
      () => {
        isStarted = false;
      },
    );
  };
  const wait = (): void =>
    void import('#web/features/links/reader/untouched-page.ts').then(({ waitForUse }) => {
      if (!isStarted) stopWaiting = waitForUse(start);
    }, start);
  addEventListener('click', note, true);
  addEventListener('online', start);
  if (document.readyState === 'complete') wait();
  else addEventListener('load', wait, { once: true });
}

if (document.getElementById(bootId) !== null) {
  try {
    sessionStorage.removeItem(openedKey);
  } catch {
    // without storage there is no note to remove
  }
  startDrawnPage();
} else if (secret === '') void startPage();
else {
  const reply = await sendSecret(secret);
  if (reply?.state !== 'open' || !goToLink(reply.link)) await startPage(reply);
}
