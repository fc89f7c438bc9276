import { pageQueryKeys } from '#contract/page-query-keys.ts';
import { declaredStatusesKey } from '#contract/work/declared-statuses-key.ts';
import { queryKeys } from '#contract/query-keys.ts';
import type { PageRead } from './page-read.ts';

/** The day of a page, and the moment up to which records count. */
interface Day {
  readonly as_of: string | undefined;
  readonly known_at: string | undefined;
}

/** The read of owners, for readers who see notes. */
export const ownerReads = (mayViewNotes: boolean): readonly PageRead[] =>
  mayViewNotes ? [{ endpoint: 'listOwners', key: queryKeys.listOwners() }] : [];

/** The read of decisions, for readers who see notes. */
export const decisionReads = (
  { as_of, known_at }: Day,
  mayViewNotes: boolean,
): readonly PageRead[] =>
  mayViewNotes
    ? [
        {
          endpoint: 'listDecisions',
          query: { as_of, known_at },
          key: pageQueryKeys.listDecisions({ as_of, known_at }),
        },
      ]
    : [];

/** The read of the declared statuses in lists of projects, for readers who see notes. */
export const declaredReads = (
  { as_of, known_at }: Day,
  mayViewNotes: boolean,
): readonly PageRead[] =>
  mayViewNotes
    ? [
        {
          endpoint: 'listDeclaredStatuses',
          query: { as_of, known_at },
          key: declaredStatusesKey({ as_of, known_at }),
        },
      ]
    : [];
