import { useCallback, useMemo } from 'react';
import { useAddress, useAddressNow, useNavigate } from './address.tsx';
import { carriedView, readView, writeView, type ViewState } from './view-state.ts';

export type ViewChange = { readonly [K in keyof ViewState]?: ViewState[K] | undefined };
export interface ViewAccess {
  readonly view: ViewState;
  /** Parameters of the address whose value could not be used: the default is shown, and a line says so. */
  readonly refused: readonly string[];
  /** Changes the address; `undefined` sets a field to its default. `replace` while typing, else a step that Back undoes. */
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

const viewIn = (search: string) => readView(new URLSearchParams(search));
const addressOf = (path: string, view: ViewState): string => {
  const query = writeView(view).toString();
  return query === '' ? path : `${path}?${query}`;
};

/** The view state of the page, read from and written to the address. */
export function useViewState(): ViewAccess {
  const { search } = useAddress();
  const addressNow = useAddressNow();
  const navigate = useNavigate();
  const { view, refused } = useMemo(() => viewIn(search), [search]);
  const change = useCallback<ViewAccess['change']>(
    (to, how) => {
      const now = addressNow();
      navigate(addressOf(now.pathname, changed(viewIn(now.search).view, to)), how);
    },
    [addressNow, navigate],
  );
  const hrefTo = useCallback<ViewAccess['hrefTo']>((path, to = {}) => addressOf(path, changed(carriedView(view), to)), [view]);
  return { view, refused, change, hrefTo };
}
