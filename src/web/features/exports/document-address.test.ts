import { expect, test } from 'vitest';
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
