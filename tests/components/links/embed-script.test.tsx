import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const source = readFileSync('public/embed.js', 'utf8');
const home = 'https://headway.example';
const stop = new AbortController();
const real = window.addEventListener;

/** Runs the script as a page of another site does. */
function runScript(): void {
  const script = document.createElement('script');
  script.src = `${home}/embed.js`;
  vi.spyOn(document, 'currentScript', 'get').mockReturnValue(script);
  // biome-ignore lint/security/noGlobalEval: the script of the product, as a page runs it
  globalThis.eval(source);
}
const addFrame = (src: string): HTMLIFrameElement => {
  const frame = document.createElement('iframe');
  frame.src = src;
  document.body.append(frame);
  return frame;
};
const post = (frame: HTMLIFrameElement, data: unknown, origin = home): void => {
  window.dispatchEvent(new MessageEvent('message', { origin, source: frame.contentWindow, data }));
};
beforeEach(() => {
  document.body.replaceChildren();
  vi.spyOn(window, 'addEventListener').mockImplementation(((name: string, listen: EventListener) =>
    real.call(window, name, listen, { signal: stop.signal })) as typeof real);
});
afterEach(() => vi.restoreAllMocks());

test('a frame gets the height that its own figure posts, and no other frame', () => {
  const [one, other] = [addFrame(`${home}/e?i=a#hws_1`), addFrame(`${home}/e?i=b#hws_2`)];
  runScript();
  post(one, { type: 'headway-height', height: 480.2 });
  expect([one.style.height, other.style.height]).toEqual(['481px', '']);
});

test('ignores other origins, frames of other pages and values that are no height', () => {
  const [figure, foreign] = [addFrame(`${home}/e?i=a#hws_1`), addFrame('https://other.example/e?')];
  runScript();
  post(figure, { type: 'headway-height', height: 400 }, 'https://other.example');
  post(figure, { type: 'headway-height', height: 400 }, 'null');
  post(foreign, { type: 'headway-height', height: 400 });
  for (const data of [
    null,
    undefined,
    'headway-height',
    7,
    { type: 'other', height: 400 },
    ...[0, -1, Number.NaN, Infinity, 1e9, '400', null, { valueOf: () => 400 }].map((height) => ({
      type: 'headway-height',
      height,
    })),
  ])
    post(figure, data);
  expect([figure.style.height, foreign.style.height]).toEqual(['', '']);
});

test('asks figures that loaded before it, at their own origin only', () => {
  const figure = addFrame(`${home}/e?i=a#hws_1`);
  const foreign = addFrame('https://other.example/');
  const onPost = vi.spyOn(figure.contentWindow as Window, 'postMessage').mockReturnValue();
  const others = vi.spyOn(foreign.contentWindow as Window, 'postMessage').mockReturnValue();
  runScript();
  expect(onPost.mock.calls).toEqual([[{ type: 'headway-measure' }, home]]);
  expect(others).not.toHaveBeenCalled();
});
