import { useCallback, useMemo, useRef } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';
import { isFilterPage } from '#contract/core/pages.ts';
import { carriedView, readView, writeView, type ViewState } from './view-state.ts';

export type ViewChange = { readonly [K in keyof ViewState]?: ViewState[K] | undefined };
export interface ViewAccess {
  readonly view: ViewState;
  /**
   * Parameters of the address with an invalid value. Their defaults apply, and the status line
   * names them.
   */
  readonly refused: readonly string[];
  /**
   * Changes the address; `undefined` sets a field to its default. `replace` adds no history entry,
   * as while typing.
   */
  readonly change: (to: ViewChange, how?: { readonly replace?: boolean }) => void;
  /** Builds the address of another page, with the state that pages share. */
  readonly hrefTo: (path: string, to?: ViewChange) => string;
}

const changed = (view: ViewState, to: ViewChange): ViewState => {
  const next: Record<string, unknown> = { ...view };
  for (const [name, value] of Object.entries(to)) {
    if (value === undefined) delete next[name];
    else next[name] = value;
  }
  return { ...readView(new URLSearchParams()).view, ...next };
};

/** The view state of the page, read from and written to the address. */
export function useViewState(): ViewAccess {
  const [search, setSearch] = useSearchParams();
  const { pathname } = useLocation();
  const { view, refused } = useMemo(() => readView(search), [search]);
  // changes before the next rendering count too, as do those of a delayed call
  const latest = useRef(view);
  latest.current = view;
  const change = useCallback<ViewAccess['change']>(
    (to, how) => {
      latest.current = changed(latest.current, to);
      setSearch(writeView(latest.current), {
        replace: how?.replace ?? false,
        preventScrollReset: true,
      });
    },
    [setSearch],
  );
  const hrefTo = useCallback<ViewAccess['hrefTo']>(
    (path, to = {}) => {
      const isCarried = isFilterPage(pathname) && isFilterPage(path);
      const query = writeView(changed(carriedView(view, isCarried), to)).toString();
      return query === '' ? path : `${path}?${query}`;
    },
    [view, pathname],
  );
  return { view, refused, change, hrefTo };
}
