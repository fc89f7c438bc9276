import type { ChartContext } from '#charts/kit/definition.ts';
import type { OfficeChart, OfficeSeries } from '#charts/kit/office-chart.ts';
import type { Token } from '#charts/kit/style/tokens.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { measureTerms } from '#domain/labels/index.ts';
import { seriesWords } from './labels/index.ts';
import {
  baseCurrency,
  counted,
  listCurrencies,
  indicatorUnit,
  isCumulative,
  findSeriesUnit,
} from './series.ts';
import { columnId } from './table.ts';

const colours: readonly Token[] = ['accent', 'stage-3', 'ink-3', 'stage-6', 'stage-2', 'axis'];

/** A value from which on an office program writes whole numbers. */
const whole = '100';

/** Bars a period, or lines of totals; of several currencies the first. */
export function seriesOfficeChart(
  overview: Overview,
  context: ChartContext,
): OfficeChart | undefined {
  const { language } = context;
  const { events, indicator } = overview.series ?? {};
  const text = seriesWords[language];
  if (indicator !== undefined) {
    const unit = indicatorUnit(indicator, language);
    return {
      kind: 'bar',
      across: 'period',
      unit: { id: unit.unit, like: String(unit.like) },
      series: [
        { name: indicator.indicator.name[language], colour: 'accent', column: 'value' },
        {
          name: text.columns.before(indicator.indicator.name[language], ''),
          colour: 'axis',
          column: 'before',
        },
      ],
    };
  }
  if (events === undefined || events.rows.length === 0) return undefined;
  const isTotal = isCumulative(overview, context);
  const currency = listCurrencies(events, baseCurrency(overview))[0] ?? counted;
  const unit = findSeriesUnit(events, currency, language, isTotal);
  const series = events.rows.map(
    ({ event }, at): OfficeSeries => ({
      name: isTotal ? text.lines[event] : text.groups[event],
      colour: colours[at % colours.length] ?? 'accent',
      column: columnId(event, isTotal ? 'total' : 'value', currency),
    }),
  );
  const like = { id: unit.unit, like: currency === counted ? whole : String(unit.like) };
  const { measure, size } = events;
  const name = measure === 'projects' ? text.projects : measureTerms[measure][language];
  return isTotal
    ? { kind: 'line', across: 'end', unit: like, series, subtitle: text.subtitlePlainTotal(name) }
    : {
        kind: 'bar',
        across: 'period',
        unit: like,
        series,
        subtitle: text.titlePlain(name, text.per[size]),
      };
}
