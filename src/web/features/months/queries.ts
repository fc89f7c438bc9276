import { useQuery } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import type { Drafts, MonthNotes } from '#contract/targets/month-schemas.ts';
import type { DoubtRule } from '#domain/doubts/doubt.ts';
import { monthEnd, type Month } from '#domain/values/date.ts';
import { call, idempotencyKey } from '#web/data/transport.ts';
import { useContestedChange } from '#web/loading/use-change.ts';

/** Reads the overview on the last day of a month, with its targets and verdicts. */
export const useMonthOverview = (month: Month) => {
  const query = { as_of: monthEnd(month) };
  return useQuery({
    queryKey: queryKeys.overview(query),
    queryFn: ({ signal }) => call(endpoints.overview, { query, signal }),
  });
};
/** Reads the doubts between facts on the last day of a month. */
export const useDoubts = (month: Month) => {
  const query = { as_of: monthEnd(month) };
  return useQuery({
    queryKey: queryKeys.doubts(query),
    queryFn: ({ signal }) => call(endpoints.doubts, { query, signal }),
  });
};

/** Saves the drafts of a month, which no figure uses. */
export const useSaveDrafts = (month: Month) =>
  useContestedChange((body: Drafts) =>
    call(endpoints.saveDrafts, { params: { month }, body, headers: idempotencyKey() }),
  );
/** Saves the causes and the achievements of a month. */
export const useSaveMonthNotes = (month: Month) =>
  useContestedChange((body: MonthNotes) =>
    call(endpoints.saveMonthNotes, { params: { month }, body, headers: idempotencyKey() }),
  );
/** Dismisses a doubt with a reason, so that it is not raised again. */
export const useDismissDoubt = () =>
  useContestedChange(
    ({
      rule,
      ...body
    }: {
      readonly rule: DoubtRule;
      readonly fingerprint: string;
      readonly as_of: string;
      readonly name: string;
      readonly reason: string;
    }) => call(endpoints.dismissDoubt, { params: { rule }, body, headers: idempotencyKey() }),
  );
