import { act, render, screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Language } from '#domain/values/language.ts';

type Text = Readonly<Record<string, string>>;
/** Modules without label files, as a page starts with them. */
async function startPage() {
  vi.resetModules();
  const load = await import('./load.ts');
  const text = await import('./text.ts');
  /** Adds a label file of one group, whose loading ends when the test says so. */
  const addFile = (language: Language, texts: Text) => {
    let settle: { readonly pass: () => void; readonly fail: () => void } | undefined;
    const find = load.registerLabels(
      language,
      () =>
        new Promise((resolve, reject) => {
          settle = {
            pass: () => resolve({ group: texts }),
            fail: () => reject(new TypeError('Failed to fetch dynamically imported module')),
          };
        }),
    );
    const end = (how: 'pass' | 'fail') => act(async () => settle?.[how]());
    return { group: find('group') as Text, end, isAsked: () => settle !== undefined };
  };
  return { ...load, ...text, addFile };
}
let page: Awaited<ReturnType<typeof startPage>>;
beforeEach(async () => {
  page = await startPage();
});

test('a group of labels is filled when its language is loaded, and no other', async () => {
  const ja = page.addFile('ja', { save: '保存' });
  const en = page.addFile('en', { save: 'Save' });
  expect([page.hasLanguage('ja'), page.hasLanguage('zh-CN')]).toEqual([false, true]);
  const end = page.loadLanguage('ja');
  await ja.end('pass');
  await end;
  expect([ja.group, en.group, en.isAsked()]).toEqual([{ save: '保存' }, {}, false]);
  expect(page.hasLanguage('ja')).toBe(true);
});

test('code that comes later waits for its labels in each language on the page, and in no other', async () => {
  const release = [page.holdLanguage('ja', true), page.holdLanguage('en', true)];
  release[1]?.();
  const ja = page.addFile('ja', { save: '保存' });
  const en = page.addFile('en', { save: 'Save' });
  let hasEnded = false;
  const code = page.importWithLabels(Promise.resolve('code')).finally(() => {
    hasEnded = true;
  });
  await act(async () => undefined);
  expect([hasEnded, ja.isAsked(), en.isAsked()]).toEqual([false, true, false]);
  await ja.end('pass');
  expect(await code).toBe('code');
});

test('code that comes later starts without the labels of a language that the page waits for', async () => {
  page.holdLanguage('en', true);
  page.holdLanguage('ja', false);
  const ja = page.addFile('ja', {});
  const code = page.importWithLabels(Promise.resolve('code'));
  await act(async () => undefined);
  await ja.end('fail');
  expect(await code).toBe('code');
});

test('code that comes later fails without the labels of the language that the page shows', async () => {
  page.holdLanguage('ja', false);
  page.holdLanguage('ja', true);
  const ja = page.addFile('ja', {});
  const code = page.importWithLabels(Promise.resolve('code'));
  const failure = expect(code).rejects.toThrow('Failed to fetch');
  await act(async () => undefined);
  await ja.end('fail');
  await failure;
});

/** A page in a language, with a note where the chosen one could not be loaded. */
function Sample({ language }: { readonly language: Language }) {
  const Words = () => {
    const missing = page.useMissingLanguage();
    return <p>{`${page.useLanguage()}${missing === undefined ? '' : ` without ${missing}`}`}</p>;
  };
  return (
    <page.LanguageProvider value={language}>
      <Words />
    </page.LanguageProvider>
  );
}

test('a page keeps its language until the labels of the next one are there', async () => {
  const ja = page.addFile('ja', {});
  const { rerender } = render(<Sample language="en" />);
  rerender(<Sample language="ja" />);
  expect(screen.getByText('en')).toBeTruthy();
  await ja.end('pass');
  expect(screen.getByText('ja')).toBeTruthy();
});

test('a language that cannot be loaded is named, holds up no code, and is loaded again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const ja = page.addFile('ja', {});
  const { rerender } = render(<Sample language="en" />);
  rerender(<Sample language="ja" />);
  await ja.end('fail');
  expect(screen.getByText('en without ja')).toBeTruthy();
  expect(await page.importWithLabels(Promise.resolve('code'))).toBe('code');
  await act(async () => vi.advanceTimersByTime(10_000));
  await ja.end('pass');
  expect(screen.getByText('ja')).toBeTruthy();
  vi.useRealTimers();
});
