import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react';
import { isLeftBlank, findObservation } from '#domain/targets/entry/value-entry.ts';
import { formatMonth, unitLabel } from '#domain/values/format.ts';
import type { Month } from '#domain/values/date.ts';
import type { Language } from '#domain/values/language.ts';
import { isCurrency } from '#domain/values/money.ts';
import type { ClosedPeriod, ReopenedPeriod } from '#domain/targets/period-close.ts';
import { targetsLabels } from '#web/features/targets/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import {
  type ChangedCell,
  cellId,
  cellText,
  type Column,
  type Drafts,
  findPower,
  readBlock,
  type Units,
} from './pasted-block.ts';
import * as dataTableStyles from '#web/ui/display/data-table.module.css';
import * as textStyles from '#web/ui/text.module.css';
import * as targetsStyles from '#web/features/targets/targets.module.css';

/** Units of money that the grid offers, each with the language that has the best name for it. */
const moneyUnits: readonly (readonly [power: number, language: Language | 'own'])[] = [
  [0, 'own'],
  [4, 'zh-CN'],
  [6, 'en'],
  [8, 'zh-CN'],
  [9, 'en'],
];
/** Lists the multiples in which amounts of a currency can be typed. */
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
  readonly reopened: readonly ReopenedPeriod[];
  readonly onDraft: (drafts: Drafts) => void;
  readonly onUnit: (indicator: string, power: number) => void;
  /** `row` and `column` are those of the cell that received the block. */
  readonly onPaste: (block: readonly (readonly string[])[], row: number, column: number) => void;
}

const cellAt = (table: HTMLTableElement | null, row: number, column: number) =>
  table?.querySelector<HTMLInputElement>(`[data-cell="${row}.${column}"]`) ?? undefined;

/** The step that a key makes in the grid, as rows down and columns right. */
function makeStep({ key, shiftKey, currentTarget }: KeyboardEvent<HTMLInputElement>) {
  const { selectionStart: from, selectionEnd: to, value } = currentTarget;
  const isWhole = from === 0 && to === value.length;
  return {
    ArrowUp: [-1, 0] as const,
    ArrowDown: [1, 0] as const,
    Enter: [shiftKey ? -1 : 1, 0] as const,
    ArrowLeft: isWhole || to === 0 ? ([0, -1] as const) : undefined,
    ArrowRight: isWhole || from === value.length ? ([0, 1] as const) : undefined,
  }[key];
}

/**
 * Months × indicators with one field per cell. Arrows and Enter move as in a spreadsheet; a pasted
 * block fills the grid from its first cell.
 */
export function MonthsGrid(props: GridProps) {
  const { columns, months, closed, reopened, onPaste } = props;
  const t = useLabels(targetsLabels);
  const language = useLanguage();
  const table = useRef<HTMLTableElement>(null);
  const moveByKey = (event: KeyboardEvent<HTMLInputElement>, row: number, column: number) => {
    const step = makeStep(event);
    if (step === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const [down, right] = step;
    // Cells without a field are skipped.
    for (
      let r = row + down, c = column + right;
      r >= 0 && r < months.length && c >= 0 && c < columns.length;
      r += down, c += right
    ) {
      const field = cellAt(table.current, r, c);
      if (field === undefined) continue;
      field.focus();
      field.select();
      return;
    }
  };
  const paste = (event: ClipboardEvent<HTMLInputElement>, row: number, column: number) => {
    const block = readBlock(event.clipboardData.getData('text/plain'));
    const isOneCell = block.length === 1 && block[0]?.length === 1;
    if (isOneCell && !isCurrency(columns[column]?.indicator.unit ?? '')) return;
    event.preventDefault();
    onPaste(block, row, column);
  };
  return (
    <div className={dataTableStyles.wrap} tabIndex={0} role="region" aria-label={t('grid')}>
      <table className={targetsStyles.grid} ref={table}>
        <caption className={textStyles.visuallyHidden}>{t('grid')}</caption>
        <GridHead {...props} />
        <tbody>
          {months.map((period, row) => {
            const close = closed.find((one) => one.period === period);
            const { changed = [] } = close ?? reopened.find((one) => one.period === period) ?? {};
            return (
              <tr key={period}>
                <th scope="row">
                  {formatMonth(period, language, 'long')}
                  {close === undefined ? null : <small>{t('closed')}</small>}
                </th>
                {columns.map((column, at) => (
                  <GridCell
                    key={column.indicator.id}
                    {...props}
                    column={column}
                    period={period}
                    changes={changed}
                    position={`${row}.${at}`}
                    onKey={(event) => moveByKey(event, row, at)}
                    onPasteCell={(event) => paste(event, row, at)}
                  />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** The name of each indicator with its unit; the unit of money can be chosen. */
function GridHead({ columns, units, onUnit }: Pick<GridProps, 'columns' | 'units' | 'onUnit'>) {
  const t = useLabels(targetsLabels);
  const language = useLanguage();
  return (
    <thead>
      <tr>
        <th scope="col">{t('month')}</th>
        {columns.map(({ indicator }) => (
          <th key={indicator.id} scope="col" className={dataTableStyles.right}>
            {indicator.name[language]}
            {isCurrency(indicator.unit) ? (
              <select
                aria-label={t('unit_of', { name: indicator.name[language] })}
                value={findPower(indicator, units, language)}
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
  );
}

interface CellProps extends Pick<GridProps, 'drafts' | 'units' | 'changed' | 'onDraft'> {
  readonly column: Column;
  readonly period: Month;
  readonly changes: ReopenedPeriod['changed'];
  /** Row and column, by which the keys find the field. */
  readonly position: string;
  readonly onKey: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onPasteCell: (event: ClipboardEvent<HTMLInputElement>) => void;
}

function GridCell({
  column: { indicator, values },
  period,
  changes,
  position,
  drafts,
  units,
  changed,
  onDraft,
  onKey,
  onPasteCell,
}: CellProps) {
  const t = useLabels(targetsLabels);
  const language = useLanguage();
  const id = cellId(indicator.id, period);
  const power = findPower(indicator, units, language);
  const observation = findObservation(values, period);
  const cell = changed.find((one) => one.id === id);
  const since = changes.find((one) => one.indicator === indicator.id);
  const storedText = cellText(observation, language, power, indicator.unit);
  const isWrong = cell?.read.kind === 'wrong';
  if (isLeftBlank(indicator, period) && observation?.value === undefined)
    return (
      <td>
        <small title={t('january')}>{t('january_short')}</small>
      </td>
    );
  return (
    <td className={cell === undefined || isWrong ? undefined : targetsStyles.entered}>
      <input
        data-cell={position}
        aria-label={t('cell', {
          name: indicator.name[language],
          month: formatMonth(period, language, 'long'),
        })}
        aria-invalid={isWrong ? true : undefined}
        inputMode="decimal"
        autoComplete="off"
        value={drafts[id] ?? storedText}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => onDraft({ ...drafts, [id]: event.target.value })}
        onKeyDown={onKey}
        onPaste={onPasteCell}
      />
      {cell?.read.kind === 'wrong' ? (
        <small className={targetsStyles.error}>{t(`wrong_${cell.read.why}`)}</small>
      ) : null}
      {cell !== undefined && observation !== undefined ? (
        <small>{t('was', { value: storedText })}</small>
      ) : null}
      {since === undefined || cell !== undefined ? null : (
        <small className={targetsStyles.changed}>
          {t('changed_since', {
            value:
              since.before === undefined
                ? t('no_value')
                : cellText({ value: since.before }, language, power, indicator.unit),
          })}
        </small>
      )}
    </td>
  );
}
