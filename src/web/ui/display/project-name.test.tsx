import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { LanguageProvider } from '#web/i18n/text.ts';
import { ProjectName } from './project-name.tsx';

const name = 'Integrated works for green ammonia '.repeat(9).trim();
const show = (isWhole: boolean) =>
  render(
    <LanguageProvider value="en">
      <ProjectName project={{ code: 'P1', name }} isWhole={isWhole} />
    </LanguageProvider>,
  ).container;

// seen to fail: a name of 300 characters pushed the other columns of What changed off the page
test('a name of 300 characters is cut in a list, where it can be read in full', () => {
  expect(show(false).querySelector('span.display_longName')?.getAttribute('title')).toBe(name);
});

test('a name of 300 characters stands in full on the page of its project', () => {
  const page = show(true);
  expect(page.textContent).toBe(name);
  expect(page.querySelector('.display_longName')).toBeNull();
});
