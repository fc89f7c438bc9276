import { useSession } from '#web/data/view-queries.ts';
import { routes, type Route } from '#web/url/page-list.ts';

/** The pages of the menu that this reader may use, which are not open to everybody. */
export function useManaged(): readonly Route[] {
  const session = useSession().data;
  // a demo's links are addresses: there is no list of them, and nobody else to keep an audit of
  const lists = import.meta.env.MODE !== 'demo';
  return routes.filter(
    ({ id, needs }) =>
      needs !== undefined &&
      id !== 'month' &&
      id !== 'copy' &&
      session?.may.includes(needs) &&
      (lists || (id !== 'links' && id !== 'audit')),
  );
}
