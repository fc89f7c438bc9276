import { useCallback, useMemo, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import { carriedView, readView, writeView, type ViewState } from './view-state.ts';

export type ViewChange = { readonly [K in keyof ViewState]?: ViewState[K] | undefined };
export interface ViewAccess {
  readonly view: ViewState;
  /**
   * Parameters of the address whose value could not be used: the default is shown, and a line says
   * so.
   */
  readonly refused: readonly string[];
  /**
   * Changes the address; `undefined` sets a field to its default. `replace` while typing, else a
   * step that Back undoes.
   */
  readonly change: (to: ViewChange, how?: { readonly replace?: boolean }) => void;
  /** The address of another page with what is carried there. */
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
  const { view, refused } = useMemo(() => readView(search), [search]);
  // what was changed before this page is drawn again counts too, and so does what a delayed call
  // finds
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
      const query = writeView(changed(carriedView(view), to)).toString();
      return query === '' ? path : `${path}?${query}`;
    },
    [view],
  );
  return { view, refused, change, hrefTo };
}
