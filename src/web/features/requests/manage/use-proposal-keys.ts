import { useShortcuts } from '#web/data/shortcuts.ts';

const rows = (): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[data-proposal]'),
];
const focusRow = (row: HTMLElement | undefined): void =>
  row?.querySelector<HTMLElement>('input')?.focus();

/** Finds the place of a proposal in the list, from 0. @returns −1 if it is not in the list */
export const findPlace = (id: string): number =>
  rows().findIndex(({ dataset }) => dataset['proposal'] === id);

/** Focuses the row at a place, else the last row, else the heading of the empty list. */
export function focusPlace(place: number): void {
  const row = rows()[place] ?? rows().at(-1);
  if (row === undefined) document.getElementById('proposals')?.focus();
  else focusRow(row);
}

/** Acts on the row in focus. Without one, it only moves the focus to the first row. */
const onRow = (act: (id: string, row: HTMLElement) => void) => (): void => {
  const row = document.activeElement?.closest<HTMLElement>('[data-proposal]');
  const id = row?.dataset['proposal'];
  if (row === null || row === undefined || id === undefined) focusRow(rows()[0]);
  else act(id, row);
};

/** A accepts the row in focus, X ticks it, Shift A accepts all without a doubt. */
export const useProposalKeys = ({
  accept,
  tick,
  acceptAll,
}: {
  readonly accept: (id: string) => void;
  readonly tick: (id: string) => void;
  readonly acceptAll: () => void;
}): void =>
  useShortcuts({
    a: onRow((id, row) => {
      const all = rows();
      // the accepted row is removed, and the focus with it
      focusRow(all[all.indexOf(row) + 1] ?? all[all.indexOf(row) - 1]);
      accept(id);
    }),
    x: onRow(tick),
    'shift a': acceptAll,
  });
