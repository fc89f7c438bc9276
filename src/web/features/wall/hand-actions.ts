/** A wish of the person at a wall screen. */
export type HandAction = 'previous' | 'next' | 'first' | 'last' | 'toggle' | 'go_on';

/** The keys of a keyboard, and of the remote control of a presenter. */
const keyActions: Readonly<Record<string, HandAction>> = {
  ArrowLeft: 'previous',
  PageUp: 'previous',
  ArrowRight: 'next',
  PageDown: 'next',
  Home: 'first',
  End: 'last',
  ' ': 'toggle',
};

/** The length from which a stroke is a swipe, and up to which it is a tap, in px. */
const [swipeFromPx, tapToPx] = [40, 10];

/** Reads the stroke of a pointer. @returns undefined if it is neither a swipe nor a tap */
function strokeAction(from: PointerEvent, to: PointerEvent): HandAction | undefined {
  const across = to.clientX - from.clientX;
  const along = Math.abs(to.clientY - from.clientY);
  if (Math.abs(across) >= swipeFromPx && Math.abs(across) > 2 * along)
    return across < 0 ? 'next' : 'previous';
  const isTap = Math.abs(across) <= tapToPx && along <= tapToPx && to.pointerType !== 'mouse';
  return isTap ? 'go_on' : undefined;
}

function keyAction(event: KeyboardEvent): HandAction | undefined {
  const { ctrlKey, metaKey, altKey, shiftKey, isComposing, defaultPrevented } = event;
  if (ctrlKey || metaKey || altKey || shiftKey || isComposing || defaultPrevented) return undefined;
  return keyActions[event.key];
}

/**
 * Listens for the keys, swipes and taps that turn the charts of a wall screen.
 * @returns a function that stops listening
 */
export function listenForHand(act: (action: HandAction) => void): () => void {
  const end = new AbortController();
  let start: PointerEvent | undefined;
  const onKey = (event: KeyboardEvent): void => {
    const action = keyAction(event);
    if (action === undefined) return;
    event.preventDefault();
    if (action !== 'toggle' || !event.repeat) act(action);
  };
  const onUp = (event: PointerEvent): void => {
    const action = start?.pointerId === event.pointerId ? strokeAction(start, event) : undefined;
    start = undefined;
    if (action !== undefined) act(action);
  };
  const options = { signal: end.signal };
  document.addEventListener('keydown', onKey, options);
  document.addEventListener(
    'pointerdown',
    (event) => {
      // a second finger is no swipe
      start = event.isPrimary && event.button === 0 ? event : undefined;
    },
    options,
  );
  document.addEventListener('pointerup', onUp, options);
  document.addEventListener(
    'pointercancel',
    () => {
      start = undefined;
    },
    options,
  );
  return () => end.abort();
}
