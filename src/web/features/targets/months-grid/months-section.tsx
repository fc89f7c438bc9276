import { compact } from '#domain/values/compact.ts';
import { useEffect, useState } from 'react';
import { isLeftBlank, monthsToEnter, nextMonth } from '#domain/targets/value-entry.ts';
import { formatMonth, formatValue } from '#domain/values/format.ts';
import type { Month } from '#domain/zone/indicator.ts';
import { isCurrency } from '#domain/values/money.ts';
import { addMonths } from '#domain/values/date.ts';
import { useAddObservations, usePeriods } from '#web/features/targets/queries.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { targetsText } from '#web/features/targets/labels/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Checkbox, Field, SelectField } from '#web/ui/controls/field.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import {
  cellId,
  changedCells,
  type ChangedCell,
  type Column,
  type Drafts,
  inUnit,
  powerOf,
  type Units,
} from './pasted-block.ts';
import { MonthsGrid, unitChoices } from './months-grid.tsx';
import { keepDraft, readDraft } from '#web/data/use-draft.ts';

interface Kept {
  readonly drafts: Drafts;
  readonly units: Units;
}
const keyOf = (origin: string): string => `months.${origin}`;
const isKept = (x: unknown): x is Kept =>
  typeof x === 'object' && x !== null && 'drafts' in x && 'units' in x;

/** What was typed into the grid and not saved: it outlives a reload, not the tab. Unreadable drafts are none. */
function readGrid(origin: string): Kept {
  const kept = readDraft(keyOf(origin));
  return isKept(kept) ? kept : { drafts: {}, units: {} };
}
const keepGrid = (origin: string, kept: Kept): void =>
  keepDraft(keyOf(origin), Object.keys(kept.drafts).length === 0 ? undefined : kept);

interface Pasted {
  readonly block: readonly (readonly string[])[];
  readonly row: number;
  readonly column: number;
}
const rows = 12;

/** Several months in one grid: typed or pasted, saved all together or not at all. */
export function Months({
  origin,
  columns,
  latest,
}: {
  readonly origin: string;
  readonly columns: readonly Column[];
  readonly latest: Month | undefined;
}) {
  const t = useText(targetsText);
  const language = useLanguage();
  const { view, change } = useViewState();
  const [drafts, setDrafts] = useState<Drafts>({});
  const [units, setUnits] = useState<Units>({});
  const [sure, setSure] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const [waiting, setWaiting] = useState<Pasted>();
  const add = useAddObservations();
  const closed = usePeriods().data?.items ?? [];
  useEffect(() => {
    const kept = readGrid(origin);
    setDrafts(kept.drafts);
    setUnits(kept.units);
  }, [origin]);
  const keep = (next: Drafts, nextUnits: Units = units) => {
    setDrafts(next);
    setUnits(nextUnits);
    keepGrid(origin, { drafts: next, units: nextUnits });
  };
  const today = serverDay();
  const [offered] = useState(() => nextMonth(today, latest));
  const first = columns.flatMap(({ values }) => values[0]?.period ?? []).toSorted()[0];
  const ends = monthsToEnter(today, first);
  const end = view.month !== undefined && view.month <= (ends[0] ?? today) ? view.month : offered;
  const months = Array.from({ length: rows }, (_, at) => addMonths(end, at - rows + 1));
  const changed = changedCells(columns, drafts, units, language);
  const doubtful = changed.filter((cell) => cell.doubt !== undefined);
  const open = changed.some(
    (cell) => cell.read.kind === 'wrong' || (cell.doubt !== undefined && !sure.includes(cell.id)),
  );

  const fill = ({ block, row, column }: Pasted, chosen: Units) => {
    const next: Record<string, string> = { ...drafts };
    for (const [r, cells] of block.entries())
      for (const [c, text] of cells.entries()) {
        const [indicator, period] = [columns[column + c]?.indicator, months[row + r]];
        if (
          indicator !== undefined &&
          period !== undefined &&
          text !== '' &&
          !isLeftBlank(indicator, period)
        )
          next[cellId(indicator.id, period)] = text;
      }
    setWaiting(undefined);
    keep(next, chosen);
  };
  const moneyOf = ({ block, column }: Pasted) => {
    const width = Math.max(...block.map((cells) => cells.length));
    return columns
      .slice(column, column + width)
      .filter(({ indicator }) => isCurrency(indicator.unit) && units[indicator.id] === undefined);
  };
  const paste = (pasted: Pasted) =>
    moneyOf(pasted).length === 0 ? fill(pasted, units) : setWaiting(pasted);
  const choose = (pasted: Pasted, power: number) =>
    fill(pasted, {
      ...units,
      ...Object.fromEntries(moneyOf(pasted).map(({ indicator }) => [indicator.id, power])),
    });
  const setUnit = (id: string, power: number) => {
    const indicator = columns.find((column) => column.indicator.id === id)?.indicator;
    if (indicator !== undefined)
      keep(inUnit(drafts, id, powerOf(indicator, units, language), power), {
        ...units,
        [id]: power,
      });
  };
  const save = () => {
    if (open || changed.length === 0) return;
    add.mutate(
      {
        values: changed.map(({ indicator, period, read, doubt }) => ({
          indicator: indicator.id,
          period,
          value: read.kind === 'value' ? read.value : null,
          ...compact({
            missing: read.kind === 'missing' ? read.reason : undefined,
            confirm: doubt === undefined ? undefined : true,
          }),
        })),
        ...compact({ reason: reason.trim() === '' ? undefined : reason.trim() }),
      },
      { onSuccess: () => keep({}) },
    );
  };
  const money = waiting === undefined ? undefined : moneyOf(waiting)[0]?.indicator;
  const exact = (cell: ChangedCell, value: string) =>
    formatValue(
      value,
      cell.indicator.unit,
      language,
      isCurrency(cell.indicator.unit) ? { like: value } : {},
    ).text;
  return (
    <section className="tsec" aria-labelledby="t-months">
      <h2 id="t-months">{t('months')}</h2>
      <p className="lede">{t('months_intro')}</p>
      <div className="tline">
        <SelectField
          label={t('last_month')}
          value={end}
          onChange={(event) => change({ month: event.target.value })}
        >
          {(ends.includes(end) ? ends : [...ends, end].toSorted().toReversed()).map((month) => (
            <option key={month} value={month}>
              {formatMonth(month, language, 'long')}
            </option>
          ))}
        </SelectField>
      </div>
      {waiting === undefined || money === undefined ? null : (
        <Notice live>
          <p>{t('which_unit', { name: money.name[language] })}</p>
          <div className="row">
            {unitChoices(money.unit, language).map(({ power, label }) => (
              <Button key={power} onClick={() => choose(waiting, power)}>
                {label}
              </Button>
            ))}
            <TextButton onClick={() => setWaiting(undefined)}>{t('cancel')}</TextButton>
          </div>
        </Notice>
      )}
      <MonthsGrid
        columns={columns}
        months={months}
        drafts={drafts}
        units={units}
        changed={changed}
        closed={closed}
        onDraft={keep}
        onUnit={setUnit}
        onPaste={(block, row, column) => paste({ block, row, column })}
      />
      {doubtful.map((cell) => (
        <Checkbox
          key={cell.id}
          label={t('sure', {
            name: cell.indicator.name[language],
            month: formatMonth(cell.period, language, 'long'),
            value: cell.read.kind === 'value' ? exact(cell, cell.read.value) : '',
            last: exact(cell, cell.doubt?.from.value ?? '0'),
            before: formatMonth(cell.doubt?.from.period ?? cell.period, language, 'long'),
          })}
          checked={sure.includes(cell.id)}
          onChange={(event) =>
            setSure(event.target.checked ? [...sure, cell.id] : sure.filter((id) => id !== cell.id))
          }
        />
      ))}
      {add.isError ? <ErrorPanel failure={toProblem(add.error)} /> : null}
      <div className="tline">
        <Field
          label={t('reason_optional')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button primary disabled={add.isPending || open || changed.length === 0} onClick={save}>
          {changed.length === 0 ? t('save') : t('save_block', { n: changed.length })}
        </Button>
        {Object.keys(drafts).length === 0 ? null : (
          <TextButton onClick={() => keep({})}>{t('discard')}</TextButton>
        )}
      </div>
      <p role="status">
        {add.isSuccess && changed.length === 0
          ? t('saved_block', { n: add.data.changed })
          : open
            ? t('check_first')
            : ''}
      </p>
    </section>
  );
}
