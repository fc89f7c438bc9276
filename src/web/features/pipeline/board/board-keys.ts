import { stages, type Stage, type StageOrUnknown } from '#domain/projects/stage.ts';

/**
 * Finds the stage to the left or right of another.
 * @returns undefined at the ends, for an unknown stage and for other keys
 */
export function besideStage(stage: StageOrUnknown, key: string): Stage | undefined {
  const step = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0;
  if (step === 0 || stage === 'unknown') return undefined;
  return stages[stages.indexOf(stage) + step];
}

/**
 * Finds the card or button that a key leads to from a card: up and down in its column, left and
 * right in the nearest column with cards.
 * @returns undefined at the edge of the board
 */
export function neighbourCard(
  root: HTMLElement | null,
  card: HTMLElement,
  key: string,
): HTMLElement | undefined {
  const columns = [...(root?.querySelectorAll<HTMLElement>('[data-column]') ?? [])].filter(
    (one) => getComputedStyle(one).display !== 'none',
  );
  const listCards = (column: HTMLElement | undefined) => [
    ...(column?.querySelectorAll<HTMLElement>('[data-card], [data-more]') ?? []),
  ];
  const at = columns.findIndex((column) => column.contains(card));
  const cards = listCards(columns[at]);
  const place = cards.indexOf(card);
  switch (key) {
    case 'ArrowDown':
      return cards[place + 1];
    case 'ArrowUp':
      return cards[place - 1];
    case 'Home':
      return cards[0];
    case 'End':
      return cards.at(-1);
    case 'ArrowLeft':
    case 'ArrowRight': {
      const on = key === 'ArrowRight' ? columns.slice(at + 1) : columns.slice(0, at).reverse();
      const there = on.map(listCards).find((list) => list.length > 0);
      return there?.[Math.min(place, there.length - 1)];
    }
    default:
      return undefined;
  }
}
