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

interface ConversionInput {
  readonly basis: RateBasis;
  readonly currency: Currency;
  /** The rates that were known on each day. */
  readonly from: readonly ExchangeRate[];
  readonly to: readonly ExchangeRate[];
}
interface DayRates {
  readonly conversions: ReadonlyMap<Currency, Conversion>;
  readonly without: readonly { readonly currency: Currency; readonly day: IsoDate }[];
}
/**
 * Whether a step is converted at the rates of the first day. All other steps take those of the
 * second.
 */
const isOfFirstDay = (kind: PrintedStepKind): boolean =>
  kind === 'opening' ||
  isGroupMove(kind) ||
  [...bridgeSections.loss, ...bridgeSections.moved].some((one) => one === kind);

/** The conversion of each currency of some steps on a day, and the currencies that have none. */
function dayRates(
  bridge: Bridge,
  ofFirstDay: boolean,
  knownRates: readonly ExchangeRate[],
  day: IsoDate,
  to: Currency,
): DayRates {
  const steps = bridge.groups
    .flatMap((group) => group.steps)
    .filter(({ kind }) => isOfFirstDay(kind) === ofFirstDay);
  const currencies = [
    ...new Set(steps.flatMap(({ amounts }) => amounts.map((amount) => amount.currency))),
  ].sort();
  const conversions = new Map<Currency, Conversion>();
  for (const currency of currencies) {
    const conversion = conversionOn(knownRates, currency, to, day);
    if (conversion !== undefined) conversions.set(currency, conversion);
  }
  return {
    conversions,
    without: currencies
      .filter((currency) => !conversions.has(currency))
      .map((currency) => ({ currency, day })),
  };
}

/**
 * Converts a bridge to one currency. The opening, steps out of a group and moves between groups
 * take the rates of the first day; all other steps take those of the second. The effect of exchange
 * rates is the remainder: the change of rates on the amounts that stayed. Where a currency has no
 * rate nothing is converted, and `rates` names the missing ones.
 */
export function convertBridge(
  bridge: Bridge,
  { basis, currency, from, to }: ConversionInput,
): Bridge {
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
  const conversions = [...first.conversions.values(), ...second.conversions.values()].flatMap(
    (conversion) => conversion.used,
  );
  return {
    ...bridge,
    rates: {
      kind: basis,
      currency,
      used: [...new Map(conversions.map((rate) => [JSON.stringify(rate), rate])).values()],
    },
    groups: bridge.groups.map((group) => convertGroup(group, currency, first, second)),
  };
}

/**
 * Converts the steps of a group. Each step is the change of the rounded running total, so that the
 * steps add up to the last digit. Where no rate differs, the effect of exchange rates is exactly 0.
 */
function convertGroup(
  { group, steps }: BridgeGroup,
  currency: Currency,
  first: DayRates,
  second: DayRates,
): BridgeGroup {
  const exact = ({ kind, amounts }: BridgeStep): Fraction =>
    exactSum(
      amounts.map(fromWire),
      currency,
      isOfFirstDay(kind) ? first.conversions : second.conversions,
    );
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
