import { useCallback, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { isFilterPage } from '#contract/core/pages.ts';
import { prepareView } from './next-view.ts';
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
   * as while typing.
   */
  readonly change: (to: ViewChange, how?: { readonly replace?: boolean }) => void;
  /** Reads what the page would show after a change, without changing it. Rejects if that fails. */
  readonly prepare: (to: ViewChange) => Promise<void>;
  /** Builds the address of another page, with the state that pages share. */
  readonly hrefTo: (path: string, to?: ViewChange) => string;
}

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

/** The view state of the page, read from and written to the address. */
export function useViewState(): ViewAccess {
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const { view, refusedNames } = readAddress(search);
  // changes before the next rendering count too, and so do those of a delayed call
  const latest = useRef(view);
  latest.current = view;
  const change = useCallback<ViewAccess['change']>(
    (to, how) => {
      latest.current = applyChange(latest.current, to);
      // who shows the answer shows its failure too
      prepareView(latest.current).catch(() => undefined);
      void navigate(`?${writeView(latest.current).toString()}`, {
        replace: how?.replace ?? false,
        preventScrollReset: true,
      });
    },
    [navigate],
  );
  const prepare = useCallback<ViewAccess['prepare']>(
    (to) => prepareView(applyChange(latest.current, to)),
    [],
  );
  const hrefTo = useCallback<ViewAccess['hrefTo']>(
    (path, to = {}) => {
      const isCarried = isFilterPage(pathname) && isFilterPage(path);
      const query = writeView(applyChange(carriedView(view, isCarried), to)).toString();
      return query === '' ? path : `${path}?${query}`;
    },
    [view, pathname],
  );
  return { view, refusedNames, change, prepare, hrefTo };
}
