import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import { declaredStatusesKey } from '#contract/work/declared-statuses-key.ts';
import { endpoints } from '#contract/endpoints.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { useSession } from '#web/data/view-queries.ts';
import { call } from '#web/data/transport.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { DeclaredLine } from './declared-line.tsx';
import * as markStyles from './declared-mark.module.css';

/** Reads the declared statuses on the day of the page, for callers who may see notes. */
function useReadStatuses() {
  const { as_of, known_at } = useViewState().view;
  const query = { as_of, known_at };
  return useQuery({
    queryKey: declaredStatusesKey(query),
    queryFn: ({ signal }) => call(endpoints.listDeclaredStatuses, { query, signal }),
    enabled: useSession().data?.may.includes('view_notes') === true,
  });
}

const StatusesContext = createContext<ReturnType<typeof useReadStatuses>['data']>(undefined);
const useDeclaredStatuses = () => ({ data: useContext(StatusesContext) });

/** Reads the declared statuses once for the marks of a list: a query in each row costs a filter. */
export function DeclaredStatuses({ children }: { readonly children: ReactNode }) {
  const { data } = useReadStatuses();
  return <StatusesContext value={data}>{children}</StatusesContext>;
}

/**
 * The status that a person declared for a project, in a list beside the computed one, with its
 * signature. A project without one has no mark. The list is inside `DeclaredStatuses`.
 *
 * @param computed - writes the computed status on a day, for a list that does not show it otherwise
 */
export function DeclaredMark({
  code,
  computed,
}: {
  readonly code: string;
  readonly computed?: (day: IsoDate) => string;
}) {
  const { data } = useDeclaredStatuses();
  const declared = data?.statuses.find((one) => one.code === code);
  if (data === undefined || declared === undefined) return null;
  return (
    <>
      {computed === undefined ? null : (
        <small className={markStyles.mark}>{computed(data.as_of)}</small>
      )}
      <DeclaredLine declared={declared} />
    </>
  );
}
