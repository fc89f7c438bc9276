import { expect, test } from 'vitest';
import { projectFilterFields } from '#domain/overview/register-filter.ts';
import { defaultView } from '#web/url/view-state.ts';
import { documentAddress, documentQuery } from './document-address.ts';

const view = { ...defaultView, as_of: '2026-05-31', stage: ['signed', 'lead'], cur: 'JPY' };

test('a report covers the whole register, other documents the filtered one', () => {
  expect(documentQuery(view, 'projects.csv', 'ja')).toMatchObject({
    as_of: '2026-05-31',
    stage: 'signed,lead',
    lang: 'ja',
  });
  expect(documentQuery(view, 'report.pdf', 'ja')).not.toHaveProperty('stage');
});
test('a second currency goes to reports and the data pack only', () => {
  expect(documentQuery(view, 'report.docx', 'en')).toHaveProperty('cur', 'JPY');
  expect(documentQuery(view, 'pack.zip', 'en')).toHaveProperty('cur', 'JPY');
  expect(documentQuery(view, 'workbook.xlsx', 'en')).not.toHaveProperty('cur');
});
test('a period replaces the days', () => {
  const query = documentQuery({ ...view, period: '2026Q1' }, 'pack.zip', 'en');
  expect(query).toMatchObject({ period: '2026Q1' });
  expect(query).not.toHaveProperty('as_of');
  expect(query).not.toHaveProperty('compare');
});
test('the form for Excel belongs to CSV files', () => {
  const addressOf = (file: 'projects.csv' | 'pack.zip', excel: boolean) =>
    documentAddress(file, { lang: 'en' }, excel);
  expect(addressOf('projects.csv', true)).toBe('/api/v1/documents/projects.csv?lang=en&csv=excel');
  expect(addressOf('projects.csv', false)).toBe('/api/v1/documents/projects.csv?lang=en');
  expect(addressOf('pack.zip', true)).toBe('/api/v1/documents/pack.zip?lang=en');
});
// seen to fail: an address with a country downloaded the projects of all countries
test('a document takes every filter of the list of projects, and a report none', () => {
  const filters = Object.fromEntries(projectFilterFields.map((field) => [field, ['a', 'b']]));
  const narrow = { ...view, ...filters, q: 'mill' };
  expect(documentQuery(narrow, 'projects.csv', 'en')).toMatchObject({
    ...Object.fromEntries(projectFilterFields.map((field) => [field, 'a,b'])),
    q: 'mill',
  });
  const names = Object.keys(documentQuery(narrow, 'report.pdf', 'en'));
  expect(names.filter((name) => [...projectFilterFields, 'q'].includes(name))).toEqual([]);
});
