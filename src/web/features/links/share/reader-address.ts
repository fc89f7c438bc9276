import { useSession } from '#web/data/view-queries.ts';

const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
interface ReaderAddress {
  /** What addresses of links begin with: the address that the server knows of itself, else the one that is open here. */
  readonly base: string;
  /** Such an address opens on this computer only. */
  readonly isLocal: boolean;
}

/** Where readers open the links that are made here. */
export function useReaderAddress(): ReaderAddress {
  const session = useSession().data;
  const { hostname, origin } = globalThis.location;
  return {
    base: session?.address ?? origin,
    isLocal: session !== undefined && session.address === undefined && loopbackNames.has(hostname),
  };
}
