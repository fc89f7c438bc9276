import { expect, test } from 'vitest';
import { noteEntries } from './early-entries.ts';

function drawField(type = 'text'): HTMLInputElement {
  document.body.innerHTML = `<main id="main"><input type="${type}"></main>`;
  const field = document.querySelector('input');
  if (!field) throw new Error('The page has no field.');
  return field;
}

/** Changes a text as a key does. */
function type(field: HTMLInputElement, text: string, at = text.length): void {
  field.value = text;
  field.setSelectionRange(at, at);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

test('a text is entered again with its cursor after the page has cleared it', () => {
  const field = drawField();
  type(field, '129', 2);
  const enter = noteEntries();
  field.value = '';
  enter();
  expect(field.value).toBe('129');
  expect(field.selectionStart).toBe(2);
});

test('a key that comes between the note and the take-over by React counts', () => {
  const field = drawField();
  type(field, '129', 2);
  const enter = noteEntries();
  type(field, '12');
  field.value = '';
  enter();
  expect(field.value).toBe('12');
});

test('a field that was empty when the entries were noted keeps what is typed after', () => {
  const field = drawField();
  const enter = noteEntries();
  type(field, 'Harbour');
  field.value = '';
  enter();
  expect(field.value).toBe('Harbour');
});

test('a box that is ticked after the note stays ticked', () => {
  const field = drawField('checkbox');
  const enter = noteEntries();
  field.click();
  enter();
  expect(field.checked).toBe(true);
});
