import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  carriedView,
  defaultView,
  isDay,
  readView,
  writeView,
  type ViewState,
} from './view-state.ts';

const read = (text: string) => readView(new URLSearchParams(text));
const write = (view: Partial<ViewState>) =>
  decodeURIComponent(writeView({ ...defaultView, ...view }).toString());

test('an empty address is the default view, and the default view is an empty address', () => {
  expect(read('').view).toEqual(defaultView);
  expect(write({})).toBe('');
});
test('an address omits typed defaults', () => {
  expect(
    writeView(read('cmp=prev&sort=-total_investment&tab.progress=chart').view).toString(),
  ).toBe('');
});
test('ignores unknown parameters, one-time keys included, without a notice', () => {
  expect(read('utm_source=x&key=secret&toString=1&__proto__=2')).toEqual({
    view: defaultView,
    refusedNames: [],
  });
});
test.each([
  ['as_of=2021-02-30', 'as_of'],
  ['as_of=yesterday', 'as_of'],
  ['cmp=2021-13-01', 'cmp'],
  ['known_at=2021-02-30', 'known_at'],
  ['known_at=2021-04-16T08:00', 'known_at'],
  ['known_from=now', 'known_from'],
  ['m=DROP TABLE', 'm'],
  ['range=all', 'range'],
  ['plan=x', 'plan'],
  ['sort=name;', 'sort'],
  ['lang=fr', 'lang'],
  ['theme=pink', 'theme'],
  ['month=2021-00', 'month'],
  ['tab.progress=pie', 'tab.progress'],
])('%s falls back to the default and is named', (address, name) => {
  expect(read(address)).toEqual({ view: defaultView, refusedNames: [name] });
});
test('addresses of earlier versions open the same view', () => {
  const { view, refusedNames } = read('m=firms&range=to_2025&ind=eco,bio&sort=-inv&theme=auto');
  expect(refusedNames).toEqual([]);
  expect(view).toMatchObject({
    m: 'companies',
    range: 'to_target',
    industry: ['eco', 'bio'],
    sort: '-total_investment',
  });
  expect(view.theme).toBeUndefined();
});
test('list values keep commas and percent signs, once each', () => {
  expect(
    read(writeView({ ...defaultView, industry: ['a,b', '100%', '%2C', '新能源'] }).toString()).view
      .industry,
  ).toEqual(['a,b', '100%', '%2C', '新能源']);
  expect(read('stage=lead,lead,,signed').view.stage).toEqual(['lead', 'signed']);
});
test('another page keeps day, comparison, plan, language and theme, and drops the rest', () => {
  const from = read(
    'as_of=2021-04-16&cmp=none&plan=straight&lang=ja&theme=dark&q=A01&sel=A01&stage=lead&m=jobs',
  ).view;
  expect(writeView(carriedView(from)).toString()).toBe(
    'as_of=2021-04-16&cmp=none&plan=straight&lang=ja&theme=dark',
  );
});
test('29 February exists in leap years only', () => {
  expect([isDay('2024-02-29'), isDay('2023-02-29'), isDay('2021-4-1'), isDay('')]).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
test('a written view is read back unchanged', () => {
  const id = fc.stringMatching(/^[a-z][a-z0-9_]{0,8}$/);
  const item = fc.string({ minLength: 1, maxLength: 12 }).filter((s) => s.trim() === s && s !== '');
  const list = fc.uniqueArray(item, { maxLength: 4 });
  const anyView = fc.record({
    cmp: fc.constantFrom('prev', 'none', 'yoy', '2021-02-08'),
    tab: fc.dictionary(id, fc.constant('table' as const), { maxKeys: 2, noNullPrototype: true }),
    stage: list,
    industry: list,
    zone: list,
    status: list,
    owner: list,
    unit: list,
    country: list,
    prefecture: list,
    investor: list,
    channel: list,
    agreement: list,
    column: list,
    q: fc.string({ maxLength: 40 }),
    sort: id,
    sel: item,
    m: id,
    lang: fc.constantFrom('zh-CN' as const, 'ja' as const, 'en' as const),
  });
  fc.assert(
    fc.property(anyView, (view) => {
      expect(read(writeView(view).toString())).toEqual({ view, refusedNames: [] });
    }),
  );
});
test('no address throws', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      read(text);
    }),
  );
});

test('an address accepts the long names that files use for its short ones', () => {
  const { view } = readView(new URLSearchParams('measure=paid_in&compare=none'));
  expect([view.m, view.cmp]).toEqual(['paid_in', 'none']);
  expect(readView(new URLSearchParams('measure=paid_in&m=count')).view.m).toBe('count');
  expect(writeView(view).toString()).toContain('m=paid_in');
});
