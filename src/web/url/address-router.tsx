import { type ReactNode, startTransition, useLayoutEffect, useState } from 'react';
import { Router, UNSAFE_createBrowserHistory as createBrowserHistory } from 'react-router-dom';
import { isDrawnAtOnce } from './use-go.ts';

/**
 * Follows the address of the window, as the router's own `BrowserRouter` does in transitions. A
 * change that asks for it is drawn within its event: no frame with the former figures comes between
 * (decision 105).
 */
export function AddressRouter({ children }: { readonly children: ReactNode }) {
  const [history] = useState(() => createBrowserHistory({ v5Compat: true }));
  const [at, setAt] = useState({ action: history.action, location: history.location });
  useLayoutEffect(
    () =>
      history.listen((next) => {
        if (isDrawnAtOnce()) setAt(next);
        else startTransition(() => setAt(next));
      }),
    [history],
  );
  return (
    <Router location={at.location} navigationType={at.action} navigator={history}>
      {children}
    </Router>
  );
}
