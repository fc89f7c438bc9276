import { useEffect, useState } from 'react';
import { isLeftBlank } from '#domain/targets/entry/value-entry.ts';
import type { Month } from '#domain/values/date.ts';
import { isCurrency } from '#domain/values/money.ts';
import { keepDraft, readDraft } from '#web/data/use-draft.ts';
import { useLanguage } from '#web/i18n/text.ts';
import {
  cellId,
  changedCells,
  type Column,
  type Drafts,
  inUnit,
  findPower,
  type Units,
} from './pasted-block.ts';

interface GridDraft {
  readonly drafts: Drafts;
  readonly units: Units;
}
const makeKey = (origin: string): string => `months.${origin}`;
const isGridDraft = (x: unknown): x is GridDraft =>
  typeof x === 'object' && x !== null && 'drafts' in x && 'units' in x;

/** Reads the draft of the grid from the tab's storage. An unreadable draft counts as none. */
function readGridDraft(origin: string): GridDraft {
  const draft = readDraft(makeKey(origin));
  return isGridDraft(draft) ? draft : { drafts: {}, units: {} };
}

/** A block of cells, and the cell that received it. */
export interface PastedBlock {
  readonly block: readonly (readonly string[])[];
  readonly row: number;
  readonly column: number;
}

/** The drafts of the grid, which survive a reload, with the cells that they change. */
export function useGridDraft(origin: string, columns: readonly Column[]) {
  const language = useLanguage();
  const [{ drafts, units }, setDraft] = useState<GridDraft>({ drafts: {}, units: {} });
  useEffect(() => setDraft(readGridDraft(origin)), [origin]);
  const keep = (next: Drafts, nextUnits: Units = units) => {
    const draft = { drafts: next, units: nextUnits };
    setDraft(draft);
    keepDraft(makeKey(origin), Object.keys(next).length === 0 ? undefined : draft);
  };
  const setUnit = (id: string, power: number) => {
    const indicator = columns.find((column) => column.indicator.id === id)?.indicator;
    if (indicator !== undefined)
      keep(inUnit(drafts, id, findPower(indicator, units, language), power), {
        ...units,
        [id]: power,
      });
  };
  const changes = changedCells(columns, drafts, units, language);
  return { drafts, units, changed: changes, keep, setUnit };
}

/**
 * Pastes a block into the grid. When it covers money without a chosen unit, `waiting` holds it
 * until `choose` gives the unit.
 */
export function usePaste(
  columns: readonly Column[],
  months: readonly Month[],
  { drafts, units, keep }: Pick<ReturnType<typeof useGridDraft>, 'drafts' | 'units' | 'keep'>,
) {
  const [waiting, setWaiting] = useState<PastedBlock>();
  const fill = ({ block, row, column }: PastedBlock, units: Units) => {
    const next: Record<string, string> = { ...drafts };
    for (const [r, cells] of block.entries())
      for (const [c, text] of cells.entries()) {
        const indicator = columns[column + c]?.indicator;
        const period = months[row + r];
        if (indicator === undefined || period === undefined || text === '') continue;
        if (!isLeftBlank(indicator, period)) next[cellId(indicator.id, period)] = text;
      }
    setWaiting(undefined);
    keep(next, units);
  };
  const moneyWithoutUnit = ({ block, column }: PastedBlock) => {
    const width = Math.max(...block.map((cells) => cells.length));
    return columns
      .slice(column, column + width)
      .map(({ indicator }) => indicator)
      .filter(({ id, unit }) => isCurrency(unit) && units[id] === undefined);
  };
  const money = waiting === undefined ? [] : moneyWithoutUnit(waiting);
  return {
    /** The first money column of the waiting block. */
    money: money[0],
    paste: (pastedBlock: PastedBlock) =>
      moneyWithoutUnit(pastedBlock).length === 0
        ? fill(pastedBlock, units)
        : setWaiting(pastedBlock),
    choose: (power: number) =>
      waiting === undefined
        ? undefined
        : fill(waiting, { ...units, ...Object.fromEntries(money.map(({ id }) => [id, power])) }),
    cancel: () => setWaiting(undefined),
  };
}
