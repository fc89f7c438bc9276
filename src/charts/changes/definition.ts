import type { Bridge } from '#domain/changes/bridge.ts';
import {
  countBridgeGroups,
  type GroupChange,
  isNothingKnown,
} from '#domain/changes/group-change.ts';
import { rateWords } from '#domain/changes/exchange-rate.ts';
import { currencyLabel } from '#domain/values/currency/currency-units.ts';
import { formatCount, formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { writeNotComparable, registerSource } from '#domain/labels/index.ts';
import { compact } from '#domain/values/compact.ts';
import type { ChartContext, ChartDefinition, ChartWords } from '#charts/kit/definition.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { anyDistance } from '#charts/kit/focus.ts';
import { changesFocusPoints, changesHeight, changesLeast } from './layout.ts';
import { changesClaim } from './claim.ts';
import { isUnchanged } from './steps.ts';
import { changesTable } from './table.ts';
import { noChangeNotes } from './no-change-notes.ts';
import {
  bridgeCurrency,
  bridgeUnit,
  hasNoAmount,
  isHeldBack,
  type ChangesSeries,
  changesSeries,
} from './series.ts';
import { changesChartLabels } from './labels/index.ts';

/** The rates of the conversion, or a note that nothing was converted. */
function rateNotes({ rates }: Bridge, others: readonly string[], language: Language): string[] {
  const text = changesChartLabels[language];
  const frame = kitLabels[language];
  const name = (currency: string): string => currencyLabel(currency, language);
  const day = (date: string): string =>
    formatDate(date, language, language === 'en' ? 'short' : 'long');
  if (rates.kind === 'each_day' || rates.kind === 'closing_day') {
    const rateTexts = rates.used.map((rate) =>
      frame.rate(rateWords(rate), day(rate.day), rate.source),
    );
    return [
      text.converted[rates.kind](name(rates.currency)),
      ...(rateTexts.length === 0 ? [] : [rateTexts.join(frame.separator)]),
    ];
  }
  const missing =
    rates.kind === 'missing'
      ? [
          text.missingRates(
            rates.without
              .map(({ currency, day: on }) => text.rateOn(name(currency), day(on)))
              .join(frame.list),
          ),
        ]
      : [];
  // one currency needs no word about rates
  if (others.length === 0) return missing;
  return [
    ...(missing.length === 0 ? [text.noRates] : missing),
    text.otherCurrencies(others.map(name).join(frame.list)),
  ];
}

/** Writes how many projects a group has on both days; a dash where it is not known. */
function countText({ before, now }: GroupChange, language: Language): string {
  const text = changesChartLabels[language];
  if (before === undefined && now === undefined) return text.notKnown;
  const count = (n: number | undefined): string =>
    n === undefined ? '—' : formatCount(n, language);
  return before === now ? text.same(count(now)) : text.became(count(before), count(now));
}

function titleText(overview: Overview, language: Language): string {
  const text = changesChartLabels[language];
  const { bridge } = overview;
  if (bridge === undefined) return text.titleNone;
  if (bridge.groups.length === 0) return writeNotComparable(overview, bridge.from, language);
  const groups = countBridgeGroups(bridge);
  return (
    changesClaim(overview, bridgeUnit(overview, language), language) ??
    (isNothingKnown(groups)
      ? text.titleUnknown
      : text.title(countText(groups.established, language), countText(groups.pipeline, language)))
  );
}

function words(overview: Overview, { language }: ChartContext): ChartWords {
  const text = changesChartLabels[language];
  const frame = kitLabels[language];
  const bridge = overview.bridge?.groups.length === 0 ? undefined : overview.bridge;
  const { data_status } = overview.strip;
  const unit = bridgeUnit(overview, language);
  const { others } = bridgeCurrency(overview);
  const title = titleText(overview, language);
  const day = (date: string): string =>
    formatDate(date, language, language === 'en' ? 'short' : 'long');
  const groupTexts = changesSeries(overview, language).groups.map(
    (group) =>
      `${group.title}${frame.colon}${group.rows.map((row) => `${row.label} ${row.count}`).join(frame.list)}`,
  );
  return {
    title,
    subtitle:
      bridge === undefined ? '' : text.subtitle(day(bridge.from), day(bridge.to), unit.word),
    unit: unit.word,
    source: registerSource(data_status)[language],
    alt: [title, ...groupTexts].join(frame.separator),
    notes:
      bridge === undefined
        ? []
        : [
            ...noChangeNotes(overview, language),
            ...(isUnchanged(overview) ? [] : [text.marks]),
            ...(isHeldBack(overview)
              ? [text.heldBack]
              : hasNoAmount(overview)
                ? [text.noAmounts]
                : []),
            ...rateNotes(bridge, others, language),
          ],
    data_status,
    as_of: overview.as_of,
    key: [],
  };
}

/** The bridge between two days: opening, steps and closing. */
export const changes: ChartDefinition<ChangesSeries> = {
  id: 'changes',
  name: (language) => changesChartLabels[language].name,
  page: '/changes',
  needs: ['bridge'],
  uses: [],
  isPerMeasure: false,
  showsProjects: true,
  facts: () => ['total_investment'],
  hasData: ({ bridge }) => bridge !== undefined && bridge.groups.length > 0,
  leastHeight: (width, series) => changesLeast(series, width),
  focus: {
    points: changesFocusPoints,
    reach: { x: anyDistance, y: 16 },
    along: 'y',
    mark: 'ring',
  },
  loadView: () => import('./View.tsx'),
  loadOffice: async () => ({ officeChart: (await import('./office-chart.ts')).changesOfficeChart }),
  height: (width, series) => changesHeight(series, width),
  toSeries: (overview, { language }) => changesSeries(overview, language),
  words,
  explains: ({ bridge }) => ({
    measure: 'bridge_projects',
    of: {
      ...compact({ from: bridge?.from }),
      group: 'pipeline',
      step: 'closing',
    },
  }),
  toTable: (overview, { language }) => changesTable(overview, language),
};
