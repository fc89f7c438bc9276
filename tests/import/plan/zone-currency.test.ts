import { expect, test } from 'vitest';
import { planOf } from '../import-context.ts';

const another = { file_kind: 'other_zone', zone_name: 'Naivasha' };
const openIds = async (file: string, answers = {}) =>
  (await planOf(file, 'r.csv', { ...another, ...answers })).preview.questions
    .filter((question) => question.default === undefined)
    .map(({ id }) => id);
const currencyOf = async (file: string, answers = {}) => {
  const { profile } = await planOf(file, 'r.csv', { ...another, ...answers });
  return profile.kind === 'new_zone' ? profile.base_currency : profile.kind;
};

const register = 'Code,Name,Stage,Last updated\nA,Alpha,Signed,2026-03-01\n';
const months = 'Month,Jobs\n2026-01,300\n2026-02,310\n';
// seen to fail: a new zone without an amount had yuan, and nothing said so
test.each([
  ['register', register],
  ['file of months', months],
])('asks for the currency of a new zone when its %s has no amount', async (_, file) => {
  expect(await openIds(file)).toContain('zone_currency');
  expect(await currencyOf(file)).toBeUndefined();
  expect(await openIds(file, { zone_currency: 'KES' })).not.toContain('zone_currency');
  expect(await currencyOf(file, { zone_currency: 'KES' })).toBe('KES');
});

test('asks once for the currency of a register with amounts', async () => {
  const file = 'Code,Name,Stage,Total investment\nA,Alpha,Signed,1200000\n';
  expect(await openIds(file)).toEqual(expect.arrayContaining(['currency']));
  expect(await openIds(file)).not.toContain('zone_currency');
  // seen to fail: until the unit was known too, it was asked for a second time
  expect(await openIds(file, { currency: 'KES' })).not.toContain('zone_currency');
  expect(await currencyOf(file, { currency: 'KES' })).toBe('KES');
  const headed = 'Code,Name,Stage,Total investment (KES)\nA,Alpha,Signed,1200000\n';
  expect(await openIds(headed)).not.toContain('zone_currency');
  expect(await currencyOf(file, { currency: 'KES', unit: '1' })).toBe('KES');
});

test.each([
  ['register', 'Code,Name,Stage,Total investment (KES)\nA,Alpha,Signed,1200000\n'],
  ['file of months', 'Month,Tax revenue (KES)\n2026-01,300\n2026-02,310\n'],
])('takes the currency of a new zone from the amounts of its %s', async (_, file) => {
  expect(await openIds(file)).not.toContain('zone_currency');
  expect(await currencyOf(file)).toBe('KES');
});

// seen to fail: a zone of pesos had to look its own currency up, which was not even among the likely ones
test.each([
  ['1200000', 'ARS', 'ARS'],
  ['$1200000', 'MXN', 'MXN'],
  ['$1200000', 'EUR', undefined],
  ['1200000', undefined, undefined],
])('for amounts as %s in a zone of %s proposes %s', async (cell, currency, proposal) => {
  const file = `Code,Name,Stage,Total investment\nA,Alpha,Signed,${cell}\n`;
  const answers = currency === undefined ? {} : { zone_currency: currency };
  const { preview } = await planOf(file, 'r.csv', { ...another, ...answers });
  const question = preview.questions.find(({ id }) => id === 'currency');
  expect(question?.proposal).toBe(proposal);
  expect(question?.default).toBeUndefined();
  expect(question?.reasons).toEqual(
    proposal === undefined ? undefined : [`${proposal} is proposed as the currency of the zone.`],
  );
  if (proposal !== undefined) expect(question?.choices[0]?.value).toBe(proposal);
});
