import { useSession } from '#web/data/view-queries.ts';

const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);
interface ReaderAddress {
  /** The start of link addresses: the server's public address, else the origin of this page. */
  readonly base: string;
  /** The address opens on this computer only. */
  readonly isLocal: boolean;
}

/** Returns the address at which recipients open links. */
export function useReaderAddress(): ReaderAddress {
  const session = useSession().data;
  const { hostname, origin } = globalThis.location;
  return {
    base: session?.address ?? origin,
    isLocal: session !== undefined && session.address === undefined && loopbackNames.has(hostname),
  };
}
