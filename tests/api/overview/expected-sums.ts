import fc from 'fast-check';
import { type Money, toWire, type WireMoney } from '#domain/values/money.ts';
import {
  stageGroup,
  stages,
  statuses,
  type Stage,
  type StageMapping,
  type Status,
} from '#domain/projects/stage.ts';

/** A project on a day. */
export interface KnownProject {
  readonly stage: Stage;
  readonly status: Status;
  readonly money: Money | undefined;
}
const amount = fc.option(
  fc.record({
    minor: fc.oneof(fc.constant(0n), fc.bigInt({ min: 1n, max: 10n ** 13n })),
    currency: fc.constantFrom('CNY', 'JPY'),
  }),
  { nil: undefined },
);
export const anyProject: fc.Arbitrary<KnownProject> = fc.record({
  stage: fc.constantFrom(...stages),
  status: fc.oneof(
    { arbitrary: fc.constant('active' as const), weight: 4 },
    { arbitrary: fc.constantFrom(...statuses), weight: 1 },
  ),
  money: amount,
});
export type Sums = Readonly<
  Record<string, { count: number; undisclosed: number; amounts: readonly WireMoney[] }>
>;
export const byCurrency = (amounts: readonly WireMoney[]): readonly WireMoney[] =>
  amounts.toSorted((a, b) => (a.currency < b.currency ? -1 : 1));

/** Counts and sums of projects, computed one by one. */
export function sumsOf(
  projects: readonly KnownProject[],
  keyOf: (project: KnownProject) => string,
): Sums {
  return Object.fromEntries(
    [...Map.groupBy(projects, keyOf)].map(([key, ofKey]) => {
      const sums = new Map<string, bigint>();
      for (const { money } of ofKey)
        if (money !== undefined)
          sums.set(money.currency, (sums.get(money.currency) ?? 0n) + money.minor);
      const amounts = byCurrency([...sums].map(([currency, minor]) => toWire({ minor, currency })));
      return [
        key,
        {
          count: ofKey.length,
          undisclosed: ofKey.filter(({ money }) => money === undefined).length,
          amounts,
        },
      ];
    }),
  );
}
export const pickSums = ({ count, undisclosed, amounts }: Sums[string]): Sums[string] => ({
  count,
  undisclosed,
  amounts: byCurrency(amounts),
});
export const groupsOf = (projects: readonly KnownProject[], mapping: StageMapping): Sums => ({
  established: { count: 0, undisclosed: 0, amounts: [] },
  pipeline: { count: 0, undisclosed: 0, amounts: [] },
  ...sumsOf(projects, ({ stage, status }) => stageGroup(stage, status, mapping)),
});
