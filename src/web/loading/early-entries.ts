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
    const isLost = field.value === field.defaultValue;
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

/**
 * Notes texts, choices and files that a reader entered in a drawn page before React ran it. The fields show
 * them, but React does not know them.
 *
 * @returns a function that enters them again in the page that React runs
 */
export function noteEntries(): () => void {
  const texts = [...document.querySelectorAll<TextField>('#main :is(input, textarea)')]
    .filter((field) => field.value !== field.defaultValue)
    .map((field) => (field.type === 'file' ? () => sendEvent(field, 'change') : noteText(field)));
  const choices = [...document.querySelectorAll<HTMLSelectElement>('#main select')]
    .filter(hasOtherOption)
    .map(noteChoice);
  return () => {
    for (const enter of [...texts, ...choices]) enter();
  };
}
