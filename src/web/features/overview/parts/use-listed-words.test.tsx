import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { EstablishedProject } from '#domain/overview/overview.ts';
import { compact } from '#domain/values/compact.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import { useListedWords } from './use-listed-words.ts';

const project = (n: number, money?: EstablishedProject['money']): EstablishedProject => ({
  code: `P${n}`,
  name: `Works ${n}`,
  stage: 'registered',
  ...compact({ money }),
});
const money = { minor: '100', currency: 'EUR' };

// seen to fail: a link listed the 50 largest of 55 projects and said only '50 of 55 named'
test('a page says that it lists the largest projects, and only where it shows amounts', () => {
  const { result } = renderHook(() => useListedWords(), {
    wrapper: ({ children }) => <LanguageProvider value="en">{children}</LanguageProvider>,
  });
  const write = result.current;
  expect(write([project(1, money), project(2)], 55, 1)).toBe(
    'The largest 2 of 55 by planned investment.',
  );
  expect(write([project(1), project(2)], 55, 1)).toBe('2 of 55 shown.');
  expect(write([project(1, money)], 1, 1)).toBeUndefined();
  expect(write([project(1, money)], undefined, 1)).toBeUndefined();
  // seen to fail: the largest in crowns were called the largest of all
  expect(write([project(1, money), project(2)], 55, 3)).toBe(
    'The first 2 of 55 by planned investment, at the entered rates; currencies without a rate follow.',
  );
});
