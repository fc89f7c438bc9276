import { random } from './random.ts';

/** Values of the families of bad input as JSON texts, so that what no JavaScript value becomes can be sent too. */
const text = (value: string): string => JSON.stringify(value);

const numbers = [
  '9007199254740993',
  '1e309',
  '-1e309',
  '-0',
  '0.1',
  '-0.004',
  '1e400',
  ...[
    '9007199254740993',
    '1e309',
    'NaN',
    'Infinity',
    '-Infinity',
    '-0',
    '-0.00',
    '1,234.56',
    '1 234,56',
    '1.234,56',
    '1\u00a0234,56',
    '1\u202f234,56',
    '٣٫٥',
    '(1,000)',
    '12%',
    '0.12',
    '1e5',
    '0x1F',
    '+5',
    '５.９',
    '999999999999999.99',
    '99999999999999999999999999999999999999.9999999999',
    `1${'0'.repeat(400)}`,
    '1亿',
    '5-10',
  ].map(text),
];
const days = [
  '2024-02-29',
  '2023-02-29',
  '31.12.2026',
  '12/31/2026',
  '01/02/2026',
  '45000',
  '60',
  '2026-03-01',
  '2026-03-29T02:30',
  '2026-10-25T02:30',
  '0001-01-01',
  '9999-12-31',
  '10000-01-01',
  '-0001-01-01',
  '2026-W53',
  'Q3 2026',
  '2026',
  '2026-13',
  '1767225600',
  '1767225600000',
  '2026-01-01T00:00:00+05:30',
  '2026-01-01T00:00:00Z',
  '2026-01-01T00:00:00',
  '2016-12-31T23:59:60Z',
  '令和3年4月16日',
  '二〇二一年四月十六日',
].map(text);
const unicode = [
  'é',
  'e\u0301',
  'I ı İ i',
  'شركة 12',
  '\u202egnp.exe',
  'A\u200bB',
  '👨‍👩‍👧‍👦',
  '中日（青岛）地方发展合作示范区 神奈川県 徳島 髙﨑 𠮷野',
  'Аоyama',
  '\ufeffx',
  '\u2028\u2029',
  'x'.repeat(10_000),
  '字'.repeat(300),
  '\u0000',
  '\u0001',
  '\u000b',
  'ﷺ'.repeat(50),
  'a\u0300'.repeat(200),
].map(text);
const broken = ['"\\ud800"', '"\\udfff x"', '"a\\u0000b"'];
const markup = [
  '<img src=x onerror=window.__xss=1>',
  '</script><script>window.__xss=1</script>',
  '\u0024{window.__xss=1}',
  "' OR '1'='1",
  "'; DROP TABLE projects;--",
  '1); SELECT pg_sleep(5);--',
  '%',
  '_',
  '\\%',
  '$1 ? :name \u0024{x}',
  '=HYPERLINK("http://x")',
].map(text);

export const families = { F4: numbers, F5: days, F6: [...unicode, ...broken], F1: markup } as const;

/** Further values of a family, made of pieces of those that are listed; the same for the same seed. */
export function mutated(listed: readonly string[], count: number, seed: number): string[] {
  const next = random(seed);
  const pick = (): string =>
    String(
      JSON.parse(
        listed.filter((one) => one.startsWith('"'))[Math.floor(next() * listed.filter((one) => one.startsWith('"')).length)] ?? '""',
      ),
    );
  return Array.from({ length: count }, () => {
    const [a, b] = [pick(), pick()];
    return JSON.stringify(a.slice(0, Math.ceil(next() * a.length)) + b.slice(Math.floor(next() * b.length)));
  });
}

/** Whole bodies that are no body: F10. `type` where another one is sent. */
export const shapes: readonly {
  readonly name: string;
  readonly body: string;
  readonly type?: string;
  readonly status: readonly number[];
}[] = [
  { name: 'null', body: 'null', status: [400] },
  { name: '{', body: '{', status: [400] },
  { name: 'nothing', body: '', status: [400] },
  { name: 'blanks', body: ' \n', status: [400] },
  { name: 'an array', body: '[]', status: [400] },
  { name: 'a text', body: '"x"', status: [400] },
  { name: '200,000 arrays in each other', body: '['.repeat(200_000) + ']'.repeat(200_000), status: [400] },
  { name: '1 MB and a byte', body: `{"x":"${'x'.repeat(1024 * 1024 - 7)}"}`, status: [413] },
  { name: '100,000 keys', body: `{${Array.from({ length: 100_000 }, (_, i) => `"k${i}":1`).join(',')}}`, status: [400, 413] },
  { name: 'a prototype', body: '{"__proto__":{"isAdmin":true}}', status: [400] },
  { name: 'a constructor', body: '{"constructor":{"prototype":{"isAdmin":true}}}', status: [400] },
  { name: 'two values', body: '{}{}', status: [400] },
  { name: 'a comment', body: '{/**/}', status: [400] },
  { name: 'plain text', body: '{}', type: 'text/plain', status: [415] },
  { name: 'a form', body: 'a=b', type: 'application/x-www-form-urlencoded', status: [415] },
];
