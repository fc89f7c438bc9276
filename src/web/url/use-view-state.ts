import { useCallback, useContext } from 'react';
import { useLocation } from 'react-router-dom';
import { isFilterPage } from '#contract/core/pages.ts';
import { hasView, prepareWholeView, readChoice } from './next-view.ts';
import { OwnChange } from './own-change.ts';
import { useGo, usePresentAddress } from './use-go.ts';
import { carriedView, defaultView, readView, writeView, type ViewState } from './view-state.ts';

export type ViewChange = { readonly [K in keyof ViewState]?: ViewState[K] | undefined };
export interface ViewAccess {
  readonly view: ViewState;
  /**
   * Parameters of the address with an invalid value. Their defaults apply, and the status line
   * names them.
   */
  readonly refusedNames: readonly string[];
  /**
   * Changes the address; `undefined` sets a field to its default. `replace` adds no history entry,
   * as while typing. `atOnce` draws the page within this event if it has all that it would show;
   * nothing in it may then wait for code. The same function in each rendering.
   */
  readonly change: (
    to: ViewChange,
    how?: { readonly replace?: boolean; readonly atOnce?: boolean },
  ) => void;
  /** Reads what the page would show after a change, without changing it. Rejects if that fails. */
  readonly prepare: (to: ViewChange) => Promise<void>;
  /** Builds the address of another page, with the state that pages share. */
  readonly hrefTo: (path: string, to?: ViewChange) => string;
  /** Opens another page, at the address of `hrefTo`. The same function in each rendering. */
  readonly open: (path: string, to?: ViewChange) => void;
}

type Target = Parameters<ViewAccess['hrefTo']>;

let last = { search: '', read: readView(new URLSearchParams()) };
/** Reads an address once for all who use it. */
function readAddress(search: string): ReturnType<typeof readView> {
  if (search !== last.search) last = { search, read: readView(new URLSearchParams(search)) };
  return last.read;
}

const applyChange = (view: ViewState, to: ViewChange): ViewState => {
  const next: Record<string, unknown> = { ...view };
  for (const [name, value] of Object.entries(to)) {
    if (value === undefined) delete next[name];
    else next[name] = value;
  }
  return { ...defaultView, ...next };
};

function writeHref(view: ViewState, pathname: string, [path, to = {}]: Target): string {
  const isCarried = isFilterPage(pathname) && isFilterPage(path);
  const query = writeView(applyChange(carriedView(view, isCarried), to)).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** The view state of the page, read from and written to the address. */
export function useViewState(): ViewAccess {
  const { pathname, search } = useLocation();
  const go = useGo();
  const { view, refusedNames } = readAddress(search);
  // changes before the next rendering count too, and so do those of a delayed call
  const readPresent = usePresentAddress();
  const noteOwn = useContext(OwnChange);
  const change = useCallback<ViewAccess['change']>(
    (to, { replace = false, atOnce = false } = {}) => {
      const next = applyChange(readAddress(readPresent().search).view, to);
      const isThere = atOnce && hasView(next);
      readChoice(next, replace);
      noteOwn();
      const query = writeView(next).toString();
      go({ search: query === '' ? '' : `?${query}` }, { replace, atOnce: isThere });
    },
    [go, readPresent, noteOwn],
  );
  const prepare = useCallback<ViewAccess['prepare']>(
    (to) => prepareWholeView(applyChange(readAddress(readPresent().search).view, to)),
    [readPresent],
  );
  const hrefTo = useCallback<ViewAccess['hrefTo']>(
    (...target) => writeHref(view, pathname, target),
    [view, pathname],
  );
  const open = useCallback<ViewAccess['open']>(
    (...target) => {
      const { pathname: from, search: text } = readPresent();
      go(writeHref(readAddress(text).view, from, target));
    },
    [go, readPresent],
  );
  return { view, refusedNames, change, prepare, hrefTo, open };
}
