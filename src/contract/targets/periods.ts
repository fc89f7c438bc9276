import type { ClosedPeriod, OpenPoint } from '#domain/targets/period-close.ts';
import { endpoint, type None } from '#contract/core/endpoint.ts';

/** One value of a block. `value` null with or without `missing` says that there is none; `confirm` accepts a ×10 jump. */
export interface BlockValue {
  readonly indicator: string;
  readonly period: string;
  readonly value: string | null;
  readonly missing?: string;
  readonly confirm?: boolean;
}
/** Values of several months and indicators, kept all together or not at all. */
export interface ValueBlock {
  readonly values: readonly BlockValue[];
  readonly reason?: string;
}
/** A month before it is closed: what is open in it. `closed` once it is. */
export interface PeriodState {
  readonly period: string;
  readonly points: readonly OpenPoint[];
  readonly closed?: ClosedPeriod;
}

export const periodEndpoints = {
  addObservations: endpoint<None, ValueBlock, { revision: number; changed: number }>({
    id: 'addObservations',
    method: 'POST',
    path: '/api/v1/observations',
    makes: true,
  }),
  listPeriods: endpoint<{ known_at?: string }, never, { items: readonly ClosedPeriod[] }>({
    id: 'listPeriods',
    method: 'GET',
    path: '/api/v1/periods',
  }),
  period: endpoint<{ known_at?: string }, never, PeriodState>({
    id: 'period',
    method: 'GET',
    path: '/api/v1/periods/:month',
  }),
  closePeriod: endpoint<None, { note?: string }, ClosedPeriod>({
    id: 'closePeriod',
    method: 'POST',
    path: '/api/v1/periods/:month/close',
    makes: true,
  }),
  reopenPeriod: endpoint<None, { reason: string }, { revision: number }>({
    id: 'reopenPeriod',
    method: 'POST',
    path: '/api/v1/periods/:month/reopen',
  }),
} as const;
