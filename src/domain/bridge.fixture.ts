import type { BridgeGroup, BridgeStep } from './bridge.ts';

/** Whether the steps of a group add up to its closing, in everything that they count. */
export function reconciles({ steps }: BridgeGroup): boolean {
  const closing = steps.at(-1);
  const others = steps.slice(0, -1);
  const currencies = new Set(steps.flatMap((step) => step.amounts.map((amount) => amount.currency)));
  const minorOf = (step: BridgeStep | undefined, currency: string): bigint =>
    BigInt(step?.amounts.find((amount) => amount.currency === currency)?.minor ?? '0');
  return (
    closing !== undefined &&
    others.reduce((sum, step) => sum + step.count, 0) === closing.count &&
    others.reduce((sum, step) => sum + step.undisclosed, 0) === closing.undisclosed &&
    [...currencies].every((currency) => others.reduce((sum, step) => sum + minorOf(step, currency), 0n) === minorOf(closing, currency))
  );
}
