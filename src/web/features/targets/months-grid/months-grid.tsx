import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import { isLeftBlank, storedIn } from '#domain/targets/value-entry.ts';
import { formatMonth, unitLabel } from '#domain/values/format.ts';
import type { Month } from '#domain/zone/indicator.ts';
import type { Language } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';
import type { ClosedPeriod } from '#domain/targets/period-close.ts';
import { targetsText } from '#web/features/targets/labels/index.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import {
  type ChangedCell,
  cellId,
  type Column,
  type Drafts,
  powerOf,
  readBlock,
  shownText,
  type Units,
} from './pasted-block.ts';

/** Units that money may stand in, with the language whose word says it best. */
const moneyUnits: readonly (readonly [power: number, language: Language | 'own'])[] = [
  [0, 'own'],
  [4, 'zh-CN'],
  [6, 'en'],
  [8, 'zh-CN'],
  [9, 'en'],
];
export const unitChoices = (unit: string, language: Language) =>
  moneyUnits.map(([power, of]) => ({
    power,
    label: unitLabel(
      unit,
      of === 'own' ? language : of === 'zh-CN' && language === 'ja' ? 'ja' : of,
      `1${'0'.repeat(power)}`,
    ),
  }));

interface GridProps {
  readonly columns: readonly Column[];
  readonly months: readonly Month[];
  readonly drafts: Drafts;
  readonly units: Units;
  readonly changed: readonly ChangedCell[];
  readonly closed: readonly ClosedPeriod[];
  readonly onDraft: (drafts: Drafts) => void;
  readonly onUnit: (indicator: string, power: number) => void;
  /** A block was pasted with its first cell here. */
  readonly onPaste: (block: readonly (readonly string[])[], row: number, column: number) => void;
}

/** Months × indicators, one field a cell: arrows and Enter move like in a sheet, a pasted block fills from the cell it is pasted on. */
export function MonthsGrid({
  columns,
  months,
  drafts,
  units,
  changed,
  closed,
  onDraft,
  onUnit,
  onPaste,
}: GridProps) {
  const t = useText(targetsText);
  const language = useLanguage();
  const table = useRef<HTMLTableElement>(null);
  const go = (row: number, column: number) => {
    const field = table.current?.querySelector<HTMLInputElement>(`[data-cell="${row}.${column}"]`);
    field?.focus();
    field?.select();
    return field !== null && field !== undefined;
  };
  /** Past a cell that takes nothing, on to the next one that does. */
  const move = (row: number, column: number, down: number, right: number) => {
    for (
      let r = row + down, c = column + right;
      r >= 0 && r < months.length && c >= 0 && c < columns.length;
      r += down, c += right
    )
      if (go(r, c)) return;
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    const { selectionStart: from, selectionEnd: to, value } = event.currentTarget;
    const whole = from === 0 && to === value.length;
    const step = {
      ArrowUp: [-1, 0],
      ArrowDown: [1, 0],
      Enter: [event.shiftKey ? -1 : 1, 0],
      ArrowLeft: whole || to === 0 ? [0, -1] : undefined,
      ArrowRight: whole || from === value.length ? [0, 1] : undefined,
    }[event.key];
    if (step === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    move(row, column, step[0] ?? 0, step[1] ?? 0);
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>, row: number, column: number) => {
    const block = readBlock(event.clipboardData.getData('text/plain'));
    if (
      block.length === 1 &&
      block[0]?.length === 1 &&
      !isCurrency(columns[column]?.indicator.unit ?? '')
    )
      return;
    event.preventDefault();
    onPaste(block, row, column);
  };
  return (
    <div className="tablewrap" tabIndex={0} role="region" aria-label={t('grid')}>
      <table className="tgrid" ref={table}>
        <caption className="vh">{t('grid')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('month')}</th>
            {columns.map(({ indicator }) => (
              <th key={indicator.id} scope="col" className="r">
                {indicator.name[language]}
                {isCurrency(indicator.unit) ? (
                  <select
                    aria-label={t('unit_of', { name: indicator.name[language] })}
                    value={powerOf(indicator, units, language)}
                    onChange={(event) => onUnit(indicator.id, Number(event.target.value))}
                  >
                    {unitChoices(indicator.unit, language).map(({ power, label }) => (
                      <option key={power} value={power}>
                        {label}
                      </option>
                    ))}
                  </select>
                ) : (
                  <small>{unitLabel(indicator.unit, language)}</small>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map((period, row) => {
            const close = closed.find((one) => one.period === period);
            return (
              <tr key={period}>
                <th scope="row">
                  {formatMonth(period, language, 'long')}
                  {close === undefined ? null : <small>{t('closed')}</small>}
                </th>
                {columns.map(({ indicator, values }, column) => {
                  const id = cellId(indicator.id, period);
                  const power = powerOf(indicator, units, language);
                  const stored = storedIn(values, period);
                  const cell = changed.find((one) => one.id === id);
                  const since = close?.changed.find((one) => one.indicator === indicator.id);
                  const text = (value: string | undefined) =>
                    value === undefined
                      ? t('no_value')
                      : asCell(value, indicator.unit, power, language);
                  if (isLeftBlank(indicator, period) && stored?.value === undefined)
                    return (
                      <td key={id} className="blank">
                        <small title={t('january')}>{t('january_short')}</small>
                      </td>
                    );
                  return (
                    <td
                      key={id}
                      className={
                        cell === undefined
                          ? undefined
                          : cell.read.kind === 'wrong'
                            ? 'wrong'
                            : 'new'
                      }
                    >
                      <input
                        data-cell={`${row}.${column}`}
                        aria-label={t('cell', {
                          name: indicator.name[language],
                          month: formatMonth(period, language, 'long'),
                        })}
                        aria-invalid={cell?.read.kind === 'wrong' ? true : undefined}
                        inputMode="decimal"
                        autoComplete="off"
                        value={drafts[id] ?? shownText(stored, language, power, indicator.unit)}
                        onFocus={(event) => event.currentTarget.select()}
                        onChange={(event) => onDraft({ ...drafts, [id]: event.target.value })}
                        onKeyDown={(event) => onKey(event, row, column)}
                        onPaste={(event) => paste(event, row, column)}
                      />
                      {cell?.read.kind === 'wrong' ? (
                        <small className="bad">{t(`wrong_${cell.read.why}`)}</small>
                      ) : null}
                      {cell !== undefined && stored !== undefined ? (
                        <small>
                          {t('was', { value: shownText(stored, language, power, indicator.unit) })}
                        </small>
                      ) : null}
                      {since === undefined || cell !== undefined ? null : (
                        <small className="since">
                          {t('changed_since', { value: text(since.before) })}
                        </small>
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const asCell = (value: string, unit: string, power: number, language: Language): string =>
  shownText(
    { indicator: '', period: '', value, data_status: 'reported', origin: 'own', revision: 0 },
    language,
    power,
    unit,
  );
