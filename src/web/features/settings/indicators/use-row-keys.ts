import { useShortcuts } from '#web/data/shortcuts.ts';

const rows = (): readonly HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('a[data-row]'),
];
const step = (by: 1 | -1) => (): void => {
  const all = rows();
  const at = all.findIndex((row) => row.matches(':focus'));
  all[Math.min(all.length - 1, Math.max(0, at + by))]?.focus();
};

/** J and K move from row to row, N adds one. Enter opens the row like any link. */
export const useRowKeys = (onNew: () => void): void =>
  useShortcuts({ j: step(1), k: step(-1), n: onNew });
