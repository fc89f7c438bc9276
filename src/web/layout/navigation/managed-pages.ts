import type { PageId } from '#contract/core/pages.ts';
import { useSession } from '#web/data/view-queries.ts';
import { routes, type Route } from '#web/url/page-list.ts';

/** Pages that other pages lead to. */
const apart: readonly PageId[] = ['month', 'months', 'requests', 'copy', 'setup'];

/** The pages of the menu that require a right this reader has. */
export function useManaged(): readonly Route[] {
  const session = useSession().data;
  // links of the demo are plain addresses, and it has one reader: no list of links, no audit log
  const lists = import.meta.env.MODE !== 'demo';
  return routes.filter(
    ({ id, needs, offered_with = needs }) =>
      offered_with !== undefined &&
      !apart.includes(id) &&
      session?.may.includes(offered_with) &&
      (lists || (id !== 'links' && id !== 'audit')),
  );
}
