import type { Bridge, BridgeGroup, BridgeStep } from './bridge.ts';
import type { RateBasis } from './rate-basis.ts';
import { bridgeSections, type PrintedStepKind, isGroupMove } from './bridge-steps.ts';
import {
  type Conversion,
  conversionOn,
  exactSum,
  type ExchangeRate,
  type Fraction,
  zeroFraction,
  addFractions,
  roundFraction,
} from './exchange-rate.ts';
import { type Currency, fromWire, toWire, type WireMoney } from '#domain/values/money.ts';
import type { IsoDate } from '#domain/values/date.ts';

interface Asked {
  readonly basis: RateBasis;
  readonly currency: Currency;
  /** What was known of rates when each day was looked at. */
  readonly from: readonly ExchangeRate[];
  readonly to: readonly ExchangeRate[];
}
interface DayRates {
  readonly found: ReadonlyMap<Currency, Conversion>;
  readonly without: readonly { readonly currency: Currency; readonly day: IsoDate }[];
}
/** Steps of what stood on the first day; all others are of the second. */
const isOfFirstDay = (kind: PrintedStepKind): boolean =>
  kind === 'opening' ||
  isGroupMove(kind) ||
  [...bridgeSections.loss, ...bridgeSections.moved].some((one) => one === kind);

/** How to convert each currency of some steps on a day, and which can't be. */
function dayRates(
  bridge: Bridge,
  ofFirstDay: boolean,
  known: readonly ExchangeRate[],
  day: IsoDate,
  to: Currency,
): DayRates {
  const steps = bridge.groups
    .flatMap((group) => group.steps)
    .filter(({ kind }) => isOfFirstDay(kind) === ofFirstDay);
  const currencies = [
    ...new Set(steps.flatMap(({ amounts }) => amounts.map((amount) => amount.currency))),
  ].sort();
  const found = new Map<Currency, Conversion>();
  for (const currency of currencies) {
    const conversion = conversionOn(known, currency, to, day);
    if (conversion !== undefined) found.set(currency, conversion);
  }
  return {
    found,
    without: currencies
      .filter((currency) => !found.has(currency))
      .map((currency) => ({ currency, day })),
  };
}

/**
 * The bridge in one currency. Opening, what left a group and what moved between the groups stand at the first day's rates, all else at the second day's; the
 * exchange rate's effect is what is left: that of the change of rates on what stayed. Without a rate for every currency
 * nothing is converted, and `rates` says which are missing.
 */
export function convertBridge(bridge: Bridge, { basis, currency, from, to }: Asked): Bridge {
  const first =
    basis === 'closing_day'
      ? dayRates(bridge, true, to, bridge.to, currency)
      : dayRates(bridge, true, from, bridge.from, currency);
  const second = dayRates(bridge, false, to, bridge.to, currency);
  const without = [...first.without, ...second.without].filter(
    (one, at, all) =>
      all.findIndex((other) => other.currency === one.currency && other.day === one.day) === at,
  );
  if (without.length > 0) return { ...bridge, rates: { kind: 'missing', currency, without } };
  const used = [...first.found.values(), ...second.found.values()].flatMap(
    (conversion) => conversion.used,
  );
  return {
    ...bridge,
    rates: {
      kind: basis,
      currency,
      used: [...new Map(used.map((rate) => [JSON.stringify(rate), rate])).values()],
    },
    groups: bridge.groups.map((group) => convertGroup(group, currency, first, second)),
  };
}

/**
 * Each step is what it adds to the running total once that is rounded: so the steps add up to the last digit, and where no rate
 * differs the exchange rate's effect is exactly 0 and no rest of rounding.
 */
function convertGroup(
  { group, steps }: BridgeGroup,
  currency: Currency,
  first: DayRates,
  second: DayRates,
): BridgeGroup {
  const exact = ({ kind, amounts }: BridgeStep): Fraction =>
    exactSum(amounts.map(fromWire), currency, isOfFirstDay(kind) ? first.found : second.found);
  let running = zeroFraction;
  return {
    group,
    steps: steps.map((step) => {
      const before = roundFraction(running);
      if (step.kind === 'closing')
        return { ...step, amounts: inOne(step, roundFraction(exact(step)), currency) };
      if (step.kind === 'exchange_rate') {
        const closing = steps.find(({ kind }) => kind === 'closing');
        const effect = (closing === undefined ? 0n : roundFraction(exact(closing))) - before;
        return { ...step, amounts: [toWire({ minor: effect, currency })] };
      }
      running = addFractions(running, exact(step));
      return { ...step, amounts: inOne(step, roundFraction(running) - before, currency) };
    }),
  };
}
const inOne = ({ amounts }: BridgeStep, minor: bigint, currency: Currency): readonly WireMoney[] =>
  amounts.length === 0 ? [] : [toWire({ minor, currency })];
