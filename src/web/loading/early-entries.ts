type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Sets a text as a reader does: React, which has a setter of its own, does not notice. */
const setText = (field: TextField, text: string): void =>
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, text);

const sendEvent = (field: Element, type: 'input' | 'change'): boolean =>
  field.dispatchEvent(new Event(type, { bubbles: true }));

/** Notes a text. @returns a function that enters it again */
function noteText(field: TextField): () => void {
  const { value, selectionStart, selectionEnd } = field;
  return () => {
    // React takes over at once what an event reaches
    sendEvent(field, 'input');
    const isLost = field.value === field.defaultValue && field.value !== value;
    const [text, start, end] = isLost
      ? [value, selectionStart, selectionEnd]
      : [field.value, field.selectionStart, field.selectionEnd];
    field.value = field.defaultValue;
    setText(field, text);
    if (start !== null) field.setSelectionRange(start, end);
    sendEvent(field, 'input');
  };
}

/** Notes a choice. @returns a function that makes it again */
function noteChoice(field: HTMLSelectElement): () => void {
  const { selectedIndex } = field;
  return () => {
    sendEvent(field, 'input');
    field.selectedIndex = selectedIndex;
    sendEvent(field, 'change');
  };
}

/** Whether another option is chosen than the drawn one. */
const hasOtherOption = ({ options, selectedIndex }: HTMLSelectElement): boolean =>
  selectedIndex !==
  Math.max(
    0,
    [...options].findIndex((option) => option.defaultSelected),
  );

type Field = TextField | HTMLSelectElement;
const texts = 'textarea, input:not([type=file], [type=checkbox], [type=radio])';
const isText = (target: EventTarget | null): target is TextField =>
  target instanceof Element && target.matches(texts);

/** @returns a function that enters the content of a field again */
function noteField(field: Field): () => void {
  if (field instanceof HTMLSelectElement) return noteChoice(field);
  return field.type === 'file' ? () => sendEvent(field, 'change') : noteText(field);
}

const isEntered = (field: Field): boolean =>
  field instanceof HTMLSelectElement ? hasOtherOption(field) : field.value !== field.defaultValue;

/**
 * Notes texts, choices and files that a reader entered in a drawn page before React ran it. The
 * fields show them, but React does not know them. What the reader types until React runs the page is
 * noted too. A key pressed in a text that React has cleared meanwhile acts on the noted text.
 *
 * @returns a function that enters them again in the page that React runs
 */
export function noteEntries(): () => void {
  const entries = new Map<Field, () => void>();
  for (const field of document.querySelectorAll<Field>('#main :is(input, textarea, select)'))
    if (isEntered(field)) entries.set(field, noteField(field));
  const listening = new AbortController();
  const note = ({ target }: Event): void => {
    if (isText(target)) entries.set(target, noteText(target));
  };
  const early = { capture: true, signal: listening.signal };
  addEventListener('input', note, early);
  addEventListener(
    'keydown',
    ({ target, isComposing }) => {
      if (!isComposing && isText(target)) entries.get(target)?.();
    },
    early,
  );
  return () => {
    listening.abort();
    for (const enter of entries.values()) enter();
  };
}
