import { useSession } from '#web/data/view-queries.ts';
import { routes, type Route } from '#web/url/page-list.ts';

/** The pages of the menu that require a right this reader has. */
export function useManaged(): readonly Route[] {
  const session = useSession().data;
  // links of the demo are plain addresses, and it has one reader: no list of links, no audit log
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
