import { describe, expect, test } from 'vitest';
import { embedCode } from './embed-code.ts';

const address = 'https://headway.example/e/abc?lang=ja&theme="dark"';
const parse = (code: string): HTMLElement => {
  const box = document.createElement('div');
  box.append(document.createRange().createContextualFragment(code));
  return box;
};

describe('the code that embeds a figure', () => {
  test('keeps its address and title as they are, also with quotes and signs of HTML', () => {
    const title = 'Jobs "at least" <35,000> & more';
    const frame = parse(embedCode(address, { title, height: 400.2 })).querySelector('iframe');
    expect(frame?.getAttribute('src')).toBe(address);
    expect(frame?.title).toBe(title);
    expect(frame?.parentElement?.children).toHaveLength(2);
  });
  test('reserves a whole number of pixels that is high enough', () => {
    const frame = parse(embedCode(address, { title: 'Jobs', height: 400.2 }));
    expect(frame.querySelector('iframe')?.getAttribute('height')).toBe('401');
  });
  test('without a width fills the page and loads the script from the address of the link', () => {
    const code = parse(embedCode(address, { title: 'Jobs', height: 400 }));
    expect(code.querySelector('iframe')?.getAttribute('width')).toBe('100%');
    const script = code.querySelector('script');
    expect(script?.async).toBe(true);
    expect(new URL(script?.src ?? '').origin).toBe('https://headway.example');
  });
  test('with a width has no script, as some websites allow none', () => {
    const code = parse(embedCode(address, { title: 'Jobs', width: 620, height: 400 }));
    expect(code.querySelector('iframe')?.getAttribute('width')).toBe('620');
    expect(code.querySelector('script')).toBeNull();
  });
});
