import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { endpoints, type NewObservation } from '#contract/endpoints.ts';
import { queryKeys } from '#contract/query-keys.ts';
import type { Month } from '#domain/zone/indicator.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { monthEnd } from '#domain/values/date.ts';
import { useAddObservation } from '#web/data/mutations.ts';
import { toProblem, type ProblemError } from '#web/data/problem-error.ts';
import { call, idempotencyKey } from '#web/data/transport.ts';

export interface Refusal {
  readonly indicator: string;
  readonly failure: ProblemError;
}
export interface Saved {
  /** Which save of this form it is, from 1. */
  readonly nth: number;
  readonly count: number;
  readonly before: Overview | undefined;
  readonly after: Overview | undefined;
}
interface ToSend {
  readonly id: string;
  readonly observation: NewObservation;
}

/** Saves the rows of a month one by one, each with a key that makes a repeated save one save, and compares the ledger before and after. */
export function useSaveMonth(month: Month, onSaved: (indicators: readonly string[]) => void) {
  const client = useQueryClient();
  const add = useAddObservation();
  const [saving, setSaving] = useState(false);
  const [refused, setRefused] = useState<readonly Refusal[]>([]);
  const [result, setResult] = useState<Saved>();
  const nth = useRef(0);
  const keys = useRef(new Map<string, Readonly<Record<string, string>>>());
  const asOf = { as_of: monthEnd(month) };
  const ledger = (): Promise<Overview | undefined> =>
    client
      .fetchQuery({
        queryKey: queryKeys.overview(asOf),
        queryFn: ({ signal }) => call(endpoints.overview, { query: asOf, signal }),
        staleTime: 0,
        retry: 1,
      })
      .catch(() => undefined);
  const keyFor = (sent: ToSend) => {
    const name = JSON.stringify(sent);
    const key = keys.current.get(name) ?? idempotencyKey();
    keys.current.set(name, key);
    return key;
  };
  const save = async (rows: readonly ToSend[]) => {
    setSaving(true);
    setRefused([]);
    const before = await ledger();
    const saved: string[] = [];
    const failed: Refusal[] = [];
    for (const row of rows) {
      try {
        await add.mutateAsync({
          indicator: row.id,
          observation: row.observation,
          key: keyFor(row),
        });
        saved.push(row.id);
        keys.current.delete(JSON.stringify(row));
      } catch (error) {
        failed.push({ indicator: row.id, failure: toProblem(error) });
      }
    }
    if (saved.length > 0) {
      onSaved(saved);
      nth.current += 1;
      setResult({ nth: nth.current, count: saved.length, before, after: await ledger() });
    }
    setRefused(failed);
    setSaving(false);
  };
  return {
    saving,
    refused,
    result,
    save,
    forget: (indicator: string) =>
      setRefused((all) => all.filter((r) => r.indicator !== indicator)),
  };
}
