import type { BridgeGroup, BridgeStep, Transition } from './bridge.ts';
import { classifyRevision } from './bridge-steps.ts';
import type { MoveSide } from './moves.ts';

/** The kind of revision of one project, as the store marks it. */
export function revisionInTransition(
  from: MoveSide | undefined,
  to: MoveSide | undefined,
): Pick<Transition, 'revision'> {
  if (from?.money === undefined || to?.money === undefined) return {};
  const amountOf = ({
    minor,
    currency,
  }: {
    readonly minor: string;
    readonly currency: string;
  }) => ({ minor: BigInt(minor), currency });
  const revision = classifyRevision(amountOf(from.money), amountOf(to.money));
  return revision === 'revised' ? {} : { revision };
}

/** Whether the steps of a group add up to its closing: projects, missing amounts and sums. */
export function reconciles({ steps }: BridgeGroup): boolean {
  const closing = steps.at(-1);
  const others = steps.slice(0, -1);
  const currencies = new Set(
    steps.flatMap((step) => step.amounts.map((amount) => amount.currency)),
  );
  const minorOf = (step: BridgeStep | undefined, currency: string): bigint =>
    BigInt(step?.amounts.find((amount) => amount.currency === currency)?.minor ?? '0');
  return (
    closing !== undefined &&
    others.reduce((sum, step) => sum + step.count, 0) === closing.count &&
    others.reduce((sum, step) => sum + step.undisclosed, 0) === closing.undisclosed &&
    [...currencies].every(
      (currency) =>
        others.reduce((sum, step) => sum + minorOf(step, currency), 0n) ===
        minorOf(closing, currency),
    )
  );
}
