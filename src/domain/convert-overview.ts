import { roundHalfUp } from './decimal.ts';
import { conversionOn, convertSum, type Conversion, type ExchangeRate } from './exchange-rate.ts';
import type { Figure, LedgerRow, Overview, StripDot } from './overview.ts';
import { type Currency, fromMajor, fromWire, minorDigits, toMajor, toWire, type WireMoney } from './money.ts';

/** What turns each amount of an overview into one currency. */
class Converter {
  readonly to: Currency;
  readonly #from: Currency;
  readonly #found: ReadonlyMap<Currency, Conversion>;
  readonly #share: number;

  constructor(from: Currency, to: Currency, found: ReadonlyMap<Currency, Conversion>) {
    this.to = to;
    this.#from = from;
    this.#found = found;
    const { numerator = 1n, denominator = 1n } = found.get(from)?.factor ?? {};
    this.#share = (Number(numerator) / Number(denominator)) * 10 ** (minorDigits(from) - minorDigits(to));
  }
  /** Amounts of which all have a rate as one sum, others beside it. */
  sums(amounts: readonly WireMoney[]): readonly WireMoney[] {
    const known = amounts.filter(({ currency }) => this.#found.has(currency)).map(fromWire);
    const others = amounts.filter(({ currency }) => !this.#found.has(currency));
    return [...(known.length === 0 ? [] : [toWire(convertSum(known, this.to, this.#found))]), ...others];
  }
  one = <T extends { readonly money?: WireMoney }>(dot: T): T => {
    const [money] = dot.money === undefined ? [] : this.sums([dot.money]);
    return money === undefined ? dot : { ...dot, money };
  };
  /** A value in the zone's own currency; finer than its minor unit it is rounded to it first. */
  value(major: string): string {
    const money = fromMajor(roundHalfUp(major, minorDigits(this.#from)), this.#from);
    return money === undefined ? major : toMajor(convertSum([money], this.to, this.#found));
  }
  /** A computed value, which was never exact. */
  number = (major: number): number => major * this.#share;
}
const map = <T, R>(value: T | undefined, of: (value: T) => R): R | undefined => (value === undefined ? undefined : of(value));
/** The same without fields that are undefined. */
function set<T extends object>(fields: { readonly [K in keyof T]?: T[K] | undefined }): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function convertRow(row: LedgerRow, by: Converter): LedgerRow {
  const text = (value: string): string => by.value(value);
  const { number } = by;
  const { forecast } = row;
  return {
    ...row,
    unit: by.to,
    ...set<LedgerRow>({
      target: map(row.target, text),
      baseline: map(row.baseline, ({ value, date }) => ({ value: text(value), date })),
      now: map(row.now, (now) => ({
        ...now,
        value: text(now.value),
        ...set<typeof now>({ parts: map(now.parts, ([a, b, c]) => [text(a), text(b), text(c)] as const) }),
      })),
      plan: map(row.plan, (plan) => ({ ...plan, value: number(plan.value) })),
      gap: map(row.gap, number),
      remaining: map(row.remaining, text),
      required_per_month: map(row.required_per_month, number),
      current_per_month: map(row.current_per_month, number),
    }),
    forecast:
      forecast.kind === 'refused'
        ? forecast
        : {
            ...forecast,
            p10: number(forecast.p10),
            p25: number(forecast.p25),
            p50: number(forecast.p50),
            p75: number(forecast.p75),
            p90: number(forecast.p90),
          },
    series: row.series.map((point) => ({
      ...point,
      ...set<typeof point>({
        value: map(point.value, text),
        in_month: map(point.in_month, text),
        revised_from: map(point.revised_from, text),
      }),
    })),
  };
}

/** A rate without what the store knows beside it. */
const plain = ({ base, quote, day, per_units, rate, source }: ExchangeRate): ExchangeRate => ({
  base,
  quote,
  day,
  per_units,
  rate,
  source,
});

/**
 * An overview with its amounts in another currency, by the last rates on or before its day, which it then names: nothing is
 * converted silently. Shares and verdicts stay as they were judged. Amounts of a currency that has no rate stay in it.
 * Undefined where there is no rate for the zone's own currency.
 */
export function convertOverview(overview: Overview, to: Currency, rates: readonly ExchangeRate[]): Overview | undefined {
  const from = overview.zone.base_currency;
  const amounts = overview.strip.groups.flatMap((group) => group.amounts);
  const found = new Map<Currency, Conversion>();
  for (const currency of new Set([from, ...amounts.map((amount) => amount.currency)])) {
    const conversion = conversionOn(rates, currency, to, overview.as_of);
    if (conversion !== undefined) found.set(currency, conversion);
  }
  if (!found.has(from)) return undefined;
  const by = new Converter(from, to, found);
  const figure = (one: Figure): Figure => (one.unit === from ? { ...one, unit: to, value: by.value(one.value) } : one);
  const { headline, strip } = overview;
  const used = [...found.values()].flatMap((conversion) => conversion.used.map(plain));
  return {
    ...overview,
    zone: { ...overview.zone, base_currency: to },
    converted: { currency: to, used: [...new Map(used.map((rate) => [JSON.stringify(rate), rate])).values()] },
    headline: {
      ...headline,
      ...set<Overview['headline']>({ established_investment: map(headline.established_investment, figure) }),
    },
    targets: overview.targets.map((row) => (row.unit === from ? convertRow(row, by) : row)),
    strip: {
      ...strip,
      groups: strip.groups.map((group) => ({
        ...group,
        amounts: by.sums(group.amounts),
        rows: group.rows.map((row) => ({ ...row, amounts: by.sums(row.amounts), dots: row.dots.map(by.one<StripDot>) })),
      })),
    },
  };
}
