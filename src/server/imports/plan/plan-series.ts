import { compact } from '#domain/values/compact.ts';
import { PackedProjects } from '#server/imports/context/packed-projects.ts';
import { groupUnusedRows } from '#domain/changes/unused-rows.ts';
import { monthEnd } from '#domain/values/date.ts';
import { isSameValue } from '#server/projects/history/merge-facts.ts';
import { columnLetter } from '#server/imports/read/table.ts';
import { FiscalYears } from '#server/imports/questions/ask-fiscal-year.ts';
import { askAmounts } from '#server/imports/questions/ask-amounts.ts';
import { currencyCode, textAnswer, unitPower } from '#server/imports/answers.ts';
import { askAboutJumps } from '#server/imports/series/value-jumps.ts';
import type { Planned, Work } from '#server/imports/context/import-context.ts';
import { seriesChange } from './register-totals.ts';
import { limits } from '#server/imports/read/limits.ts';
import { readSeries, type SeriesLayout } from '#server/imports/series/observations.ts';
import { askAboutFalls } from '#server/imports/series/year-to-date-falls.ts';
import {
  askForIndicators,
  seriesChoices,
  seriesColumns,
} from '#server/imports/series/series-columns.ts';
import { settlePeriods } from '#server/imports/series/quarter-values.ts';
import { sheetUnit } from '#server/imports/structure/titles.ts';

/** A file of months × indicators: what it adds to and changes in the own series. */
export function planSeries(work: Work, layout: SeriesLayout): Planned {
  const { request, table, header, problems } = work;
  const given = table.rows.slice(header.first);
  const rows = layout.long?.rows ?? given;
  const currency = currencyCode(textAnswer(request.answers, 'currency'));
  const power = unitPower(textAnswer(request.answers, 'unit'));
  const fiscal = new FiscalYears(work);
  const result = readSeries(rows, layout, {
    sheet: sheetUnit(header.titles),
    indicators: request.known.indicators,
    problems,
    fiscal,
    source: request.file,
    ...compact({ currency, power }),
  });
  const unknown = layout.long?.unknown ?? [];
  for (const row of unknown)
    problems.add('indicator_unknown', {
      row: row.number,
      index: layout.long?.label ?? 0,
      value: String(row.cells[layout.long?.label ?? 0] ?? ''),
    });
  askAmounts(work, new Map([...result.open].map((id) => [id, undefined])));
  fiscal.ask();
  if (layout.columns.length === 0) askForIndicators(work);
  const known = new Map(request.known.observations.map((o) => [`${o.indicator} ${o.period}`, o]));
  const state = (
    key: string,
  ): (typeof known extends Map<string, infer V> ? V : never) | undefined => known.get(key);
  const observations = settlePeriods(work, layout, result.observations);
  if (table.isTurned === true) problems.add('was_turned');
  const different = observations.filter(
    (o) => !isSameValue(state(`${o.indicator} ${o.period}`), o),
  );
  const changed = askAboutJumps(work, askAboutFalls(work, different));
  const months = new Set(observations.map((o) => o.period));
  const rowState = [...months].map((period) => {
    const of = changed.filter((o) => o.period === period);
    if (of.length === 0) return 'unchanged' as const;
    return of.some((o) => known.has(`${o.indicator} ${o.period}`))
      ? ('changed' as const)
      : ('new' as const);
  });
  const count = (s: 'new' | 'changed' | 'unchanged'): number =>
    rowState.filter((x) => x === s).length;
  const last = observations
    .filter((o) => o.value !== undefined)
    .map((o) => o.period)
    .sort()
    .at(-1);
  return {
    projects: new PackedProjects(undefined),
    columns: [],
    observations: changed,
    currency: currency ?? 'CNY',
    industries: [],
    choices: { fields: seriesChoices(work), stages: [] },
    facts: {
      kind: 'observations',
      ...compact({ as_of: last === undefined ? undefined : monthEnd(last) }),
      columns: seriesColumns(work, layout, given),
      rows: {
        total: rows.length,
        new: count('new'),
        changed: count('changed'),
        unchanged: count('unchanged'),
        rejected: result.monthless.length + unknown.length,
        unused: groupUnusedRows([
          ...result.monthless.map((row) => ({ reason: 'no_month' as const, row })),
          ...unknown.map(({ number }) => ({ reason: 'unknown_indicator' as const, row: number })),
        ]),
      },
      ledger: seriesChange(request.known.observations, observations),
      sums: [],
      printed_totals: [],
      stages: [],
      samples: [],
      changes: changed
        .filter((o) => known.has(`${o.indicator} ${o.period}`))
        .slice(0, limits.changes)
        .map((o) => {
          const before = state(`${o.indicator} ${o.period}`);
          return {
            code: o.indicator,
            name: o.period,
            field: columnLetter(
              layout.long?.value ??
                layout.columns.find((l) => l.indicator === o.indicator)?.index ??
                0,
            ),
            from: before?.value ?? before?.missing ?? '',
            to: o.value ?? o.missing ?? '',
          };
        }),
    },
  };
}
