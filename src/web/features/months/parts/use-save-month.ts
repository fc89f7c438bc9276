import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { endpoints } from '#contract/endpoints.ts';
import type { NewObservation } from '#contract/targets/schemas.ts';
import { queryKeys } from '#contract/query-keys.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { monthEnd, type Month } from '#domain/values/date.ts';
import { useAddObservation } from '#web/data/mutations.ts';
import { toProblem, type ProblemError } from '#web/data/problem-error.ts';
import { call, idempotencyKey } from '#web/data/transport.ts';

interface Rejection {
  readonly indicator: string;
  readonly failure: ProblemError;
}
export interface Saved {
  /** Number of this save of the form, from 1. */
  readonly number: number;
  readonly count: number;
  readonly before: Overview | undefined;
  readonly after: Overview | undefined;
}
interface MonthValue {
  readonly id: string;
  readonly observation: NewObservation;
}

/**
 * Returns a function that stores one value. Storing the same value again after a failure stores it
 * once.
 */
function useStoreValue(): (value: MonthValue) => Promise<void> {
  const add = useAddObservation();
  const keys = useRef(new Map<string, Readonly<Record<string, string>>>());
  return async (value) => {
    const name = JSON.stringify(value);
    const key = keys.current.get(name) ?? idempotencyKey();
    keys.current.set(name, key);
    await add.mutateAsync({ indicator: value.id, observation: value.observation, key });
    keys.current.delete(name);
  };
}

/** Saves the values of a month one by one, and reads the targets table before and after. */
export function useSaveMonth(month: Month, onSaved: (indicators: readonly string[]) => void) {
  const client = useQueryClient();
  const store = useStoreValue();
  const [saving, setSaving] = useState(false);
  const [rejected, setRejected] = useState<readonly Rejection[]>([]);
  const [result, setResult] = useState<Saved>();
  const asOf = { as_of: monthEnd(month) };
  const readOverview = (): Promise<Overview | undefined> =>
    client
      .fetchQuery({
        queryKey: queryKeys.overview(asOf),
        queryFn: ({ signal }) => call(endpoints.overview, { query: asOf, signal }),
        staleTime: 0,
        retry: 1,
      })
      .catch(() => undefined);
  const save = async (values: readonly MonthValue[]) => {
    setSaving(true);
    setRejected([]);
    const before = await readOverview();
    const saved: string[] = [];
    const failed: Rejection[] = [];
    for (const value of values) {
      try {
        await store(value);
        saved.push(value.id);
      } catch (error) {
        failed.push({ indicator: value.id, failure: toProblem(error) });
      }
    }
    if (saved.length > 0) {
      onSaved(saved);
      const after = await readOverview();
      setResult((last) => ({
        number: (last?.number ?? 0) + 1,
        count: saved.length,
        before,
        after,
      }));
    }
    setRejected(failed);
    setSaving(false);
  };
  const forget = (indicator: string) =>
    setRejected((all) => all.filter((one) => one.indicator !== indicator));
  return { saving, rejected, result, save, forget };
}
