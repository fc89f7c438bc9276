import { render } from '@testing-library/react';
import { expect, test } from 'vitest';
import { endpoints } from '#contract/endpoints.ts';
import { schemas } from '#contract/schemas.ts';
import { problemFieldName } from '#domain/labels/problem-field.ts';
import { languages } from '#domain/values/language.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import { ProblemDetails } from './problem-details.tsx';

/** Lists the keys of a schema and of all schemas within it. */
function listKeys(schema: unknown): readonly string[] {
  const { def } = (schema ?? {}) as { readonly def?: Readonly<Record<string, unknown>> };
  if (def === undefined) return [];
  const { shape = {}, innerType, element, valueType, options, items } = def;
  const isOfParts = 'in' in def ? [def['in'], def['out']] : [];
  const lists = [options, items].flatMap((list) => (Array.isArray(list) ? list : []));
  return [
    ...Object.entries(shape as object).flatMap(([key, part]) => [key, ...listKeys(part)]),
    ...[innerType, element, valueType, ...isOfParts, ...lists].flatMap(listKeys),
  ];
}
const keys = [
  ...new Set(
    Object.entries(endpoints).flatMap(([id, { method }]) => {
      const { body } = schemas[id as keyof typeof schemas] as { readonly body?: unknown };
      return method === 'GET' ? [] : listKeys(body);
    }),
  ),
];
/** Keys that no person types: the browser, the page or a program sends them. */
const ofPrograms = new Set(
  `all at attestationObject authenticatorAttachment authenticatorData by clientDataJSON
  clientExtensionResults column complete_later en facts fingerprint height id ids ja keep_later key
  minor on page path profile publicKey publicKeyAlgorithm question quote range rawId response sample
  saved secret seen sha256 step table transports type userHandle view way width within without
  words zh-CN zoom`.split(/\s+/),
);

test('every field that a form sends has words in each language', () => {
  expect(keys.length).toBeGreaterThan(200);
  const wordless = keys.filter(
    (key) =>
      !ofPrograms.has(key) &&
      languages.some((language) => problemFieldName(`list.0.${key}`, language) === undefined),
  );
  expect(wordless).toEqual([]);
});

// seen to fail: facts.amounts.paid_in must be a positive amount, in Chinese
test.each(languages)('no key of a field is printed in %s, also without words', (language) => {
  const messages = ['must be set', 'is required to change facts.owner', 'has no is_shared'];
  const paths = [...keys, 'unknown_key', 'list.3.someKey'];
  const errors = paths.flatMap((path) =>
    messages.map((message) => ({ path: `body_part.${path}`, message })),
  );
  const { container } = render(
    <LanguageProvider value={language} start={language}>
      <ProblemDetails errors={errors} />
    </LanguageProvider>,
  );
  const lines = [...container.querySelectorAll('li')].map((line) => line.textContent);
  expect(lines.length).toBeGreaterThan(150);
  for (const line of lines) {
    expect(line).not.toMatch(/[a-z]_[a-z]|[a-z]\.[a-z]|[a-z][A-Z]/);
    if (language !== 'en') expect(line).not.toMatch(/[a-z]{2}/);
    expect(line).not.toBe('');
  }
});

test('a field of a list has the number of its row, and a fault in a file its place', () => {
  const textOf = (errors: Parameters<typeof ProblemDetails>[0]['errors']) =>
    render(<ProblemDetails errors={errors} />).container.textContent;
  expect(textOf([{ path: 'facts.amounts.paid_in.money.minor', message: 'is below 0' }])).toBe(
    'Paid-in funds is below 0',
  );
  expect(textOf([{ path: 'targets.2.deadline', message: 'must be a day' }])).toBe(
    'Deadline #3 must be a day',
  );
  expect(textOf([{ file: 'a.csv', row: 7, message: 'report.csv has no row' }])).toBe(
    'a.csv · #7 report.csv has no row',
  );
  expect(textOf([{ path: 'someKey', message: 'x_y' }])).toBe('Check what you entered.');
});
