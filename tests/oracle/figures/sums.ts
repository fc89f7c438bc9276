import type { Stage, State, Status } from './register.ts';

export type Group = 'established' | 'pipeline' | 'neither';
export type StageMapping = Readonly<Record<'established' | 'pipeline', readonly Stage[]>>;
/** A count of projects and their amounts, one sum for each currency. */
export interface Sum {
  readonly count: number;
  readonly undisclosed: number;
  readonly amounts: ReadonlyMap<string, bigint>;
}
export const nothing: Sum = { count: 0, undisclosed: 0, amounts: new Map() };

/**
 * Established or in the pipeline by the zone's mapping, of active projects only (domain.md 1.4).
 */
export function groupOf(
  mapping: StageMapping,
  { stage, status }: { stage: Stage; status: Status },
): Group {
  if (status !== 'active') return 'neither';
  if (mapping.established.includes(stage)) return 'established';
  return mapping.pipeline.includes(stage) ? 'pipeline' : 'neither';
}

/** `a` + `sign` × `b`, currency by currency; sums of 0 are left out. */
export function addSums(a: Sum, b: Sum, sign: 1 | -1 = 1): Sum {
  const amounts = new Map(a.amounts);
  for (const [currency, minor] of b.amounts)
    amounts.set(currency, (amounts.get(currency) ?? 0n) + BigInt(sign) * minor);
  for (const [currency, minor] of amounts) if (minor === 0n) amounts.delete(currency);
  return {
    count: a.count + sign * b.count,
    undisclosed: a.undisclosed + sign * b.undisclosed,
    amounts,
  };
}
export const sumOfOne = ({ money }: Pick<State, 'money'>): Sum => ({
  count: 1,
  undisclosed: money === null ? 1 : 0,
  amounts: new Map(money === null ? [] : [[money.currency, money.minor]]),
});
export const sumOf = (states: readonly State[]): Sum =>
  states.map(sumOfOne).reduce((a, b) => addSums(a, b), nothing);
export const sumsBy = (
  states: readonly State[],
  keyOf: (state: State) => string,
): ReadonlyMap<string, Sum> =>
  new Map([...Map.groupBy(states, keyOf)].map(([key, own]) => [key, sumOf(own)]));

/** A sum as text, to compare and to print: `3 (1 undisclosed) CNY 100 JPY 5`. */
export const printSum = ({ count, undisclosed, amounts }: Sum): string =>
  [
    `${count} (${undisclosed} undisclosed)`,
    ...[...amounts]
      .filter(([, minor]) => minor !== 0n)
      .toSorted()
      .map(([currency, minor]) => `${currency} ${minor}`),
  ].join(' ');
