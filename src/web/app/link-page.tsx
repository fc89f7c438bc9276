import '#web/styles/all.css';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { noteServerDay } from '#web/data/server-clock.ts';
import type { DrawnLink, ReaderStart } from '#web/features/links/reader/reader-start.ts';
import { preloadShared, SharedPage } from '#web/features/links/reader/shared-page.tsx';
import { readAddressView } from '#web/url/link-address.ts';
import { bootId } from '#contract/core/offline.ts';
import { loadLanguage } from '#web/i18n/load.ts';
import '#web/styles/print.css';
import '#web/styles/print-overview.css';

/** The data in the page. Omitted where the server has not drawn it. */
function readDrawn(): DrawnLink | undefined {
  const text = document.getElementById(bootId)?.textContent ?? '';
  return text === '' ? undefined : (JSON.parse(text) as DrawnLink);
}

/** Repeats where the reader points and what has the focus, which the page was too early to see. */
function repeatPointing(): void {
  const focus = document.activeElement;
  if (focus !== document.body) focus?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  [...document.querySelectorAll(':hover')]
    .at(-1)
    ?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' }));
}

/**
 * Starts the page of a link: it takes over what the server drew, or draws the page in the browser.
 * @param opening - the secret of the address, and the reply to it, if it was sent already
 * @throws Error if the page has no root element
 */
export async function startLinkPage(opening: Pick<ReaderStart, 'secret' | 'reply'>): Promise<void> {
  const root = document.getElementById('root');
  if (root === null) throw new Error('The page has no root.');
  const drawnLink = readDrawn();
  const view = readAddressView();
  if (drawnLink === undefined) {
    createRoot(root).render(<SharedPage start={{ ...opening, view }} />);
    return;
  }
  noteServerDay(drawnLink.today, drawnLink.time_zone);
  await Promise.all([
    loadLanguage(view.lang ?? drawnLink.language),
    preloadShared(view, drawnLink.payload),
  ]);
  hydrateRoot(root, <SharedPage start={{ ...opening, view, drawnLink }} />, {
    onRecoverableError: reportError,
  });
  setTimeout(repeatPointing);
}
