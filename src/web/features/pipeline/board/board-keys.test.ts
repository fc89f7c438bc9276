import { beforeEach, expect, test } from 'vitest';
import { besideStage, neighbourCard } from './board-keys.ts';

beforeEach(() => {
  document.body.innerHTML = `<main>
    <div data-column><a data-card id="a1"></a><a data-card id="a2"></a><a data-card id="a3"></a></div>
    <div data-column></div>
    <div data-column style="display: none"><a data-card id="hidden"></a></div>
    <div data-column><a data-card id="c1"></a><button data-more id="c2"></button></div>
  </main>`;
});
const press = (id: string, key: string): string | undefined => {
  const card = document.getElementById(id);
  return card === null ? 'none' : neighbourCard(document.querySelector('main'), card, key)?.id;
};

test('up, down, home and end move within a column and stop at its ends', () => {
  expect(press('a1', 'ArrowDown')).toBe('a2');
  expect(press('a2', 'ArrowUp')).toBe('a1');
  expect(press('a3', 'ArrowDown')).toBeUndefined();
  expect(press('a1', 'ArrowUp')).toBeUndefined();
  expect([press('a2', 'Home'), press('a2', 'End')]).toEqual(['a1', 'a3']);
});
test('left and right lead to the nearest visible column with cards, at most to its last', () => {
  expect(press('a3', 'ArrowRight')).toBe('c2');
  expect(press('a1', 'ArrowRight')).toBe('c1');
  expect(press('c2', 'ArrowLeft')).toBe('a2');
  expect(press('a1', 'ArrowLeft')).toBeUndefined();
});
test('another key moves nothing', () => {
  expect(press('a1', 'Enter')).toBeUndefined();
});
test('a stage has a neighbour on each side, except at the ends', () => {
  expect(besideStage('signed', 'ArrowRight')).toBe('registered');
  expect(besideStage('signed', 'ArrowLeft')).toBe('negotiation');
  expect(besideStage('lead', 'ArrowLeft')).toBeUndefined();
  expect(besideStage('full_capacity', 'ArrowRight')).toBeUndefined();
  expect(besideStage('unknown', 'ArrowRight')).toBeUndefined();
});
