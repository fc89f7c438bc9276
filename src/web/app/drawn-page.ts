import type { PageId } from '#contract/core/pages.ts';
import { afterWork, waitForUse } from '#web/loading/first-use.ts';
import { holdFile } from '#web/loading/dropped-files.ts';
import { loadStyles } from '#web/loading/load-styles.ts';
import { goToNextNumber } from '#web/loading/next-number.ts';
import { loadRoutes } from './page-code.tsx';

/** Time in ms after loading until the code of an untouched page loads by itself. */
const restMs = 2500;
/** What does nothing in a drawn page without its code. A link works, and the choice of a file. */
const controls = 'button, summary, label, input:not([type=file]), select';
type NoteEntries = Awaited<ReturnType<typeof loadRoutes>>['noteEntries'];

/**
 * Whether the tab or the browser holds a draft (`data/use-draft.ts`), which no drawn page shows. The
 * tab holds little else.
 */
const hasDraft = (): boolean => {
  try {
    return (
      sessionStorage.length > 0 ||
      Object.keys(localStorage).some((name) => name.includes('.unsaved.'))
    );
  } catch {
    return false;
  }
};

/**
 * Keeps what a reader does in a drawn page before its code is there.
 *
 * @param start - called when the reader presses a control
 * @returns a function that does it again in the page that React runs
 */
function holdPresses(start: () => void): (noteEntries: NoteEntries) => void {
  const presses = new Map<HTMLElement, () => void>();
  const hold = (event: Event): void => {
    const { target, type } = event;
    if (!(target instanceof Element)) return;
    const isForm = target instanceof HTMLFormElement && type === 'submit';
    const control = target.closest<HTMLElement>(`#main :is(${isForm ? 'form' : controls})`);
    if (control === null) return;
    event.preventDefault();
    presses.set(control, () => (isForm ? target.requestSubmit() : control.click()));
    start();
  };
  const listening = new AbortController();
  const early = { capture: true, signal: listening.signal };
  addEventListener('click', hold, early);
  addEventListener('submit', hold, early);
  addEventListener('dragover', holdFile, early);
  addEventListener('drop', holdFile, early);
  addEventListener('keydown', goToNextNumber, early);
  return (noteEntries) => {
    listening.abort();
    const enterAgain = noteEntries();
    // React takes over the page first
    afterWork(() => {
      enterAgain();
      for (const press of presses.values()) press();
    });
  };
}

/** Calls `run` at once, or when the reader has finished a word of an input method. */
function makeWordWait(): (run: () => void) => void {
  let isOpen = false;
  addEventListener('compositionstart', () => (isOpen = true), true);
  addEventListener('compositionend', () => (isOpen = false), true);
  return (run) => {
    if (isOpen) addEventListener('compositionend', run, { once: true });
    else run();
  };
}

/** Loads the code of a page, its styles and what it shows beside it. @returns how to note what was entered */
async function loadWhole(page: PageId, load: () => Promise<void>): Promise<NoteEntries> {
  const loadBeside = async () => (await loadRoutes()).loadParts(page);
  const [{ noteEntries }] = await Promise.all([loadRoutes(), load(), loadBeside(), loadStyles()]);
  return noteEntries;
}

/**
 * Loads the code of a page that the server drew whole when the reader first uses it, or once the
 * browser is idle. What the reader typed or pressed before is done again then.
 *
 * @param load - loads the code of the page; if it fails, the next use loads it again
 * @returns a promise that ends when the code is there
 */
export const loadOnUse = (page: PageId, load: () => Promise<void>): Promise<void> =>
  new Promise((resolve) => {
    let isLoading = false;
    let stopWaiting = (): void => undefined;
    const afterWord = makeWordWait();
    const start = (): void => {
      if (isLoading) return;
      isLoading = true;
      loadWhole(page, load).then(
        (noteEntries) => afterWord(() => end(noteEntries)),
        () => {
          isLoading = false;
        },
      );
    };
    const replay = holdPresses(start);
    const end = (noteEntries: NoteEntries): void => {
      stopWaiting();
      removeEventListener('online', start);
      replay(noteEntries);
      resolve();
    };
    const wait = (): void => {
      // the first use need not wait for the list of files; a failure shows there
      loadRoutes().catch(() => undefined);
      if (!isLoading) stopWaiting = waitForUse(start, restMs);
    };
    // the reader was here before this code
    if (document.querySelector('#main :focus') !== null || hasDraft()) start();
    addEventListener('online', start);
    if (document.readyState === 'complete') wait();
    else addEventListener('load', wait, { once: true });
  });
