import { expect, test, vi } from 'vitest';
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

test('a field that was empty when the entries were noted keeps later input', () => {
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

// seen to fail: Delete did nothing in the cleared field, and the noted text came back whole
test('a key pressed after the page has cleared a text acts on that text', () => {
  const field = drawField();
  type(field, '129', 2);
  const enter = noteEntries();
  field.value = '';
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Delete', bubbles: true }));
  expect(field.value).toBe('129');
  expect(field.selectionStart).toBe(2);
  type(field, '12');
  enter();
  expect(field.value).toBe('12');
});

test('the cursor moved after the note stays, whether or not React knows the text', () => {
  for (const attribute of ['', '129']) {
    const field = drawField();
    type(field, '129');
    const enter = noteEntries();
    // React writes a text that it knows into the attribute
    field.defaultValue = attribute;
    field.setSelectionRange(1, 1);
    enter();
    expect([attribute, field.value, field.selectionStart]).toEqual([attribute, '129', 1]);
  }
});

test('a key of an input method leaves its field alone', () => {
  const field = drawField();
  type(field, 'shi');
  const enter = noteEntries();
  const inputs: string[] = [];
  field.addEventListener('input', () => inputs.push(field.value));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'a', bubbles: true, isComposing: true }));
  expect(inputs).toEqual([]);
  enter();
});

// seen to fail: a key pressed in its field made the choice twice
test('a choice is made again once, also when a key is pressed in its field', () => {
  document.body.innerHTML =
    '<main id="main"><select><option selected>A</option><option>B</option></select></main>';
  const field = document.querySelector('select');
  if (!field) throw new Error('The page has no field.');
  field.selectedIndex = 1;
  const enter = noteEntries();
  let changes = 0;
  field.addEventListener('change', () => (changes += 1));
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Tab', bubbles: true }));
  enter();
  expect([field.value, changes]).toEqual(['B', 1]);
});

test('an event of the window itself is no entry', () => {
  drawField();
  const enter = noteEntries();
  const listen = vi.fn();
  addEventListener('error', listen);
  for (const name of ['input', 'keydown']) dispatchEvent(new Event(name));
  removeEventListener('error', listen);
  enter();
  expect(listen).not.toHaveBeenCalled();
});
