import {
  createContext,
  startTransition,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ComponentProps,
  type MouseEvent,
  type ReactNode,
} from 'react';

/** Where the reader is. */
export interface Location {
  readonly pathname: string;
  /** Empty, or from the question mark on. */
  readonly search: string;
  /** What was handed over with the address. Reloading keeps it. */
  readonly state: unknown;
  /** Differs for each opening of an address. */
  readonly key: string;
}
interface OpenOptions {
  /** Takes the place of the present address in the history. */
  readonly replace?: boolean;
  readonly state?: unknown;
}
/** Opens the page of an address. The present page stays until the code of the next one is there. */
export type Navigate = (to: string, options?: OpenOptions) => void;
interface Router {
  readonly location: Location;
  readonly navigate: Navigate;
}
const RouterContext = createContext<Router | null>(null);

const newKey = (): string => Math.random().toString(36).slice(2, 10);
/** The path and search of an address of this site; an address of a search alone keeps the path. */
function readAddress(to: string, pathname: string): Pick<Location, 'pathname' | 'search'> {
  const [address = ''] = to.split('#');
  const mark = address.indexOf('?');
  const path = mark < 0 ? address : address.slice(0, mark);
  const search = mark < 0 ? '' : address.slice(mark);
  return { pathname: path === '' ? pathname : path, search: search === '?' ? '' : search };
}
const open = (to: string, { pathname }: Location, state: unknown): Location => ({
  ...readAddress(to, pathname),
  state: state ?? null,
  key: newKey(),
});

/** Holds an address of its own, apart from the browser's: for drawings by the server and tests. */
export function MemoryRouter({
  address = '/',
  children,
}: {
  readonly address?: string;
  readonly children: ReactNode;
}) {
  const [location, setLocation] = useState<Location>(() => ({
    ...readAddress(address, '/'),
    state: null,
    key: 'default',
  }));
  const navigate = useCallback<Navigate>(
    (to, options) => startTransition(() => setLocation((from) => open(to, from, options?.state))),
    [],
  );
  const router = useMemo(() => ({ location, navigate }), [location, navigate]);
  return <RouterContext value={router}>{children}</RouterContext>;
}

interface Entry {
  readonly state?: unknown;
  readonly key?: string;
}
function readLocation(): Location {
  const { pathname, search } = window.location;
  const entry = history.state as Entry | null;
  return { pathname, search, state: entry?.state ?? null, key: entry?.key ?? 'default' };
}

/** Follows the browser's address. */
export function BrowserRouter({ children }: { readonly children: ReactNode }) {
  const [location, setLocation] = useState(readLocation);
  useEffect(() => {
    const follow = () => startTransition(() => setLocation(readLocation()));
    addEventListener('popstate', follow);
    return () => removeEventListener('popstate', follow);
  }, []);
  const navigate = useCallback<Navigate>((to, options) => {
    const { pathname, search, state, key } = open(to, readLocation(), options?.state);
    const change = options?.replace === true ? 'replaceState' : 'pushState';
    history[change]({ state, key }, '', pathname + search);
    startTransition(() => setLocation({ pathname, search, state, key }));
  }, []);
  const router = useMemo(() => ({ location, navigate }), [location, navigate]);
  return <RouterContext value={router}>{children}</RouterContext>;
}

function useRouter(): Router {
  const router = use(RouterContext);
  if (router === null) throw new Error('There is no router around this component.');
  return router;
}
/** Where the reader is. */
export const useLocation = (): Location => useRouter().location;
/** The function that opens the page of an address. It stays the same. */
export const useNavigate = (): Navigate => useRouter().navigate;

/** Whether the browser has to follow a link itself, as with a key that opens another tab. */
const isForBrowser = (event: MouseEvent<HTMLAnchorElement>): boolean =>
  event.defaultPrevented ||
  event.button !== 0 ||
  event.metaKey ||
  event.altKey ||
  event.ctrlKey ||
  event.shiftKey ||
  !['', '_self'].includes(event.currentTarget.target);

/** A link to a page of the product. It opens the page without loading the document anew. */
export function Link({
  to,
  replace,
  onClick,
  ...rest
}: Omit<ComponentProps<'a'>, 'href'> & { readonly to: string; readonly replace?: boolean }) {
  const { location, navigate } = useRouter();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (isForBrowser(event)) return;
    event.preventDefault();
    const isHere = to === location.pathname + location.search;
    navigate(to, { replace: replace ?? isHere });
  };
  return <a {...rest} href={to} onClick={follow} />;
}

/** Opens another address in the place of this one. */
export function Redirect({ to }: { readonly to: string }) {
  const navigate = useNavigate();
  useEffect(() => navigate(to, { replace: true }), [navigate, to]);
  return null;
}
