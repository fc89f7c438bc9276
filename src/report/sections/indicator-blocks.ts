import { kitLabels } from '#charts/kit/labels/index.ts';
import type { IndicatorChange, ValueOn } from '#domain/changes/indicator-changes.ts';
import { areKnown, type RegisterChanges } from '#domain/changes/moves.ts';
import { basisTerms, coveredName } from '#domain/labels/index.ts';
import { changedValueText, changeText } from '#domain/labels/targets/indicator-change.ts';
import { writeFigureName } from '#domain/measures/figure-name.ts';
import type { ReportBlock } from '#domain/report/report.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { formatDate } from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { reportLabels } from '#report/labels/index.ts';
import { paperLabels } from '#report/sections/labels/index.ts';

/** More indicators than this are a note on paper. */
export const mostIndicators = 3;

/** The day of most values of a column, which its heading names. The earlier of two. */
function findCommonDay(values: readonly (ValueOn | undefined)[]): IsoDate | undefined {
  const days = values.flatMap((value) => value?.date ?? []).toSorted();
  const count = (day: IsoDate): number => days.filter((one) => one === day).length;
  return days.toSorted((a, b) => count(b) - count(a))[0];
}

/** Writes a value with what it covers, and with its day where the heading names another. */
function writeValueOn(
  change: IndicatorChange,
  at: ValueOn | undefined,
  common: IsoDate | undefined,
  language: Language,
): string {
  if (at === undefined) return '—';
  const parts = [
    ...(at.covers === undefined ? [] : [basisTerms[at.covers][language]]),
    ...(at.date === common ? [] : [formatDate(at.date, language, 'short')]),
  ];
  const note =
    parts.length === 0 ? '' : kitLabels[language].brackets(parts.join(reportLabels[language].list));
  return changedValueText(change, at.value, language) + note;
}

/** Makes the block of each indicator's values on the two days, whose headings name the days. */
export function indicatorBlocks(
  { indicators }: RegisterChanges,
  language: Language,
): readonly ReportBlock[] {
  const t = reportLabels[language];
  if (indicators.length === 0) return [];
  const days = [
    undefined,
    findCommonDay(indicators.map(({ from }) => from)),
    findCommonDay(indicators.map(({ to }) => to)),
  ];
  const writeHeading = (label: string, day: IsoDate | undefined): string =>
    day === undefined
      ? label
      : label + kitLabels[language].brackets(formatDate(day, language, 'short'));
  const table = {
    columns: t.indicatorColumns.map((label, i) => ({
      label: writeHeading(label, days[i]),
      right: i > 0,
    })),
    rows: indicators.map((change) => [
      coveredName(change, language),
      writeValueOn(change, change.from, days[1], language),
      writeValueOn(change, change.to, days[2], language),
      changeText(change, language),
    ]),
    figures: indicators.map(({ indicator }) => {
      const figure = writeFigureName('indicator_change', { target: indicator });
      return [null, figure, figure, figure];
    }),
  };
  return [{ kind: 'table', caption: t.indicators, table }];
}

/** Writes the differences of many indicators in one note for paper. A few are a table. */
export function shortIndicatorBlocks(
  changes: RegisterChanges,
  language: Language,
): readonly ReportBlock[] {
  const { indicators, bridge } = changes;
  if (indicators.length <= mostIndicators) return indicatorBlocks(changes, language);
  const t = reportLabels[language];
  const { colon, separator, stop } = kitLabels[language];
  const parts = indicators.map(
    (change) => `${coveredName(change, language)} ${changeText(change, language)}`,
  );
  const since = sentenceStart(t.sinceDay(formatDate(bridge.from, language, 'long')));
  const sentences = [
    ...(areKnown(changes) && changes.total > 0 ? [paperLabels[language].allMoves] : []),
    since + colon + parts.join(separator) + stop,
  ];
  return [{ kind: 'text', note: true, text: sentences.join(language === 'en' ? ' ' : '') }];
}
