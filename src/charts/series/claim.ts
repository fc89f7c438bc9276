import type { ChartContext } from '#charts/kit/definition.ts';
import { countWord, joinNames } from '#charts/kit/text/claim.ts';
import { periodName } from '#domain/analysis/events/period-name.ts';
import { fullText, measureUnit } from '#charts/kit/text/units.ts';
import type { EventRow, EventSeries } from '#domain/analysis/events/event-series.ts';
import type { IndicatorSeries } from '#domain/analysis/events/indicator-series.ts';
import {
  compareDecimal,
  negateDecimal,
  subtractDecimal,
  type Decimal,
} from '#domain/values/decimal.ts';
import { formatCount, formatValue } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { seriesLabels } from './labels/index.ts';
import { countUnit } from './period-figures.ts';
import { baseCurrency, listCurrencies, indicatorUnit, isCumulative, sumValue } from './series.ts';
import { analysisChartNames } from '#charts/labels/analysis-names.ts';

interface Change {
  readonly row: EventRow;
  readonly difference: Decimal;
}

/** Lists the events whose year to date can be compared, the largest gain first. */
function listChanges({ rows }: EventSeries, currency: string): Change[] {
  return rows
    .flatMap((row): Change[] => {
      const { now, before } = row.to_date ?? {};
      const [a, b] = [sumValue(now, currency), sumValue(before, currency)];
      return a === undefined || b === undefined ? [] : [{ row, difference: subtractDecimal(a, b) }];
    })
    .toSorted((a, b) => compareDecimal(b.difference, a.difference));
}

/** Writes a difference: a count as the language counts, an amount with its unit. */
function write(value: Decimal, currency: string, language: Language): string {
  const size = value.startsWith('-') ? negateDecimal(value) : value;
  if (currency !== countUnit) {
    const unit = measureUnit(currency, language, size);
    return fullText(size, unit, unit.digits);
  }
  return language === 'en'
    ? countWord(Number(size), language)
    : formatCount(size, language, 'projects');
}

/** Writes which events gained and which fell most against the year before. */
function changeClaim(overview: Overview, events: EventSeries, language: Language): string {
  const text = seriesLabels[language];
  const currency = listCurrencies(events, baseCurrency(overview))[0] ?? countUnit;
  const names = joinNames(
    events.rows.map(({ event }) => lower(text.groups[event], language)),
    language,
  );
  const changes = listChanges(events, currency);
  const [first, last] = [changes[0], changes.at(-1)];
  if (first === undefined || last === undefined)
    return text.titlePlain(names, text.per[events.size]);
  /** The events that share a difference, in their order, with its size. */
  const say = ({ difference }: Change): { readonly names: string; readonly amount: string } => {
    const all = events.rows.flatMap(({ event }) =>
      changes.some((one) => one.row.event === event && one.difference === difference)
        ? [lower(text.groups[event], language)]
        : [],
    );
    const amount = write(difference, currency, language);
    const namesOfAll = joinNames(all, language);
    return all.length > 1 ? text.each(namesOfAll, amount) : { names: namesOfAll, amount };
  };
  const up = compareDecimal(first.difference, '0') > 0 ? say(first) : undefined;
  const down = compareDecimal(last.difference, '0') < 0 ? say(last) : undefined;
  if (up !== undefined && down !== undefined)
    return text.titleUpDown(up.names, up.amount, down.names, down.amount);
  if (up !== undefined) return text.titleUp(up.names, up.amount);
  return down === undefined ? text.titleSame(names) : text.titleDown(down.names, down.amount);
}

const lower = (name: string, language: Language): string =>
  language === 'en' ? name.charAt(0).toLowerCase() + name.slice(1) : name;

/** Writes how many projects had the first event and not the last one. */
function waitingClaim(events: EventSeries, language: Language): string | undefined {
  const text = seriesLabels[language];
  const [first, last] = [events.waiting[0], events.waiting.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const title = text.titleWaiting[last.to as keyof typeof text.titleWaiting];
  const from = events.rows.find(({ event }) => event === first.from)?.periods.at(-1)?.total;
  const not = events.waiting.reduce((sum, { waiting, left }) => sum + waiting + left, 0);
  const count = (value: number): string => formatCount(value, language);
  return from === undefined || title === undefined
    ? undefined
    : title(count(not), count(from.count));
}

/** Writes the last closed period of an indicator, and its difference from the year before. */
function indicatorClaim(series: IndicatorSeries, language: Language): string {
  const text = seriesLabels[language];
  const unit = indicatorUnit(series, language);
  const name = series.indicator.name[language];
  const last =
    series.periods.findLast(({ state }) => state === 'closed') ??
    series.periods.findLast(({ value }) => value !== undefined);
  if (last?.value === undefined) return name;
  const [value, period] = [fullText(last.value, unit, unit.digits), periodName(last, language)];
  if (last.before === undefined) return text.titleIndicatorAlone(name, value, period);
  const difference = formatValue(subtractDecimal(last.value, last.before), unit.unit, language, {
    like: unit.like,
    digits: unit.digits,
    signed: true,
  }).text;
  return text.titleIndicator(name, value, period, difference);
}

/** Writes the claim of the chart; where nothing can be claimed, the measure and the period. */
export function seriesClaim(overview: Overview, context: ChartContext): string {
  const { language } = context;
  const { events, indicator } = overview.series ?? {};
  if (indicator !== undefined) return indicatorClaim(indicator, language);
  if (events === undefined || events.rows.length === 0) return analysisChartNames.series[language];
  const waiting = isCumulative(overview, context) ? waitingClaim(events, language) : undefined;
  return waiting ?? changeClaim(overview, events, language);
}
