import {
  type ComponentProps,
  createContext,
  type MouseEvent,
  type ReactNode,
  startTransition,
  use,
  useLayoutEffect,
  useState,
} from 'react';

/** What the address says: the path, the query with its question mark, and what the step that led here left for the page. */
export interface Address {
  readonly pathname: string;
  readonly search: string;
  readonly state: unknown;
}
/** Goes to an address of this site: a step that Back undoes, or with `replace` none. */
export type Navigate = (to: string, how?: { readonly replace?: boolean; readonly state?: unknown }) => void;

/** Where the address stands: in the browser's bar, or in memory where no browser is. */
export interface AddressBar {
  readonly read: () => Address;
  readonly navigate: Navigate;
  /** Tells of each step, Back and Forward too, until what it gives is called. */
  readonly watch: (stepped: () => void) => () => void;
}

/** The address of this tab. */
export function browserAddress(): AddressBar {
  const steps = new EventTarget();
  return {
    read: () => ({ pathname: location.pathname, search: location.search, state: history.state as unknown }),
    navigate: (to, { replace = false, state = null } = {}) => {
      if (replace) history.replaceState(state, '', to);
      else history.pushState(state, '', to);
      steps.dispatchEvent(new Event('step'));
    },
    watch: (stepped) => {
      steps.addEventListener('step', stepped);
      addEventListener('popstate', stepped);
      return () => {
        steps.removeEventListener('step', stepped);
        removeEventListener('popstate', stepped);
      };
    },
  };
}

/** An address that no browser shows: of a page that the server draws, or that a test opens. */
export function memoryAddress(start = '/'): AddressBar {
  const parsed = (to: string, state: unknown = null): Address => {
    const { pathname, search } = new URL(to, 'http://localhost');
    return { pathname, search, state };
  };
  let now = parsed(start);
  const watchers = new Set<() => void>();
  return {
    read: () => now,
    navigate: (to, how) => {
      now = parsed(to, how?.state);
      for (const stepped of watchers) stepped();
    },
    watch: (stepped) => {
      watchers.add(stepped);
      return () => watchers.delete(stepped);
    },
  };
}

const AddressContext = createContext<{ readonly address: Address; readonly bar: AddressBar } | undefined>(undefined);
function useAddressBar() {
  const context = use(AddressContext);
  if (context === undefined) throw new Error('There is no <AddressOf> around this part of the page.');
  return context;
}

/** Gives its children the address of a bar. A page whose code has to be fetched first is shown when it is there; until then the one before stays. */
export function AddressOf({ bar, children }: { readonly bar: AddressBar; readonly children: ReactNode }) {
  const [address, setAddress] = useState(bar.read);
  useLayoutEffect(() => bar.watch(() => startTransition(() => setAddress(bar.read()))), [bar]);
  return <AddressContext value={{ address, bar }}>{children}</AddressContext>;
}

/** The address shown; another object after each step. */
export const useAddress = (): Address => useAddressBar().address;
export const useNavigate = (): Navigate => useAddressBar().bar.navigate;
/** Reads the address as it is at that moment, which may be a step ahead of what is shown. */
export const useAddressNow = (): (() => Address) => useAddressBar().bar.read;

/** A link to a page of this site. A new tab, a new window and the menu of the browser work as on any other. */
export function Link({ to, onClick, ...rest }: { readonly to: string } & Omit<ComponentProps<'a'>, 'href' | 'target' | 'download'>) {
  const { bar } = useAddressBar();
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.altKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    const { pathname, search } = bar.read();
    bar.navigate(to, { replace: to === pathname + search });
  };
  return <a {...rest} href={to} onClick={follow} />;
}
