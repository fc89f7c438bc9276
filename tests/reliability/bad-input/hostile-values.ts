import { endless, forFields, hostile, undrawn } from '../../setup/documents/hostile-texts.ts';
import { random } from '../setup/random.ts';

/**
 * Values of the families of bad input as JSON texts, so that values without a JavaScript form can
 * be sent too.
 */
const texts = (values: readonly string[]): string[] => values.map((value) => JSON.stringify(value));
const numbers = ['9007199254740993', '1e309', '-1e309', '-0', '0.1', '-0.004', '1e400'];
const loneSurrogates = ['"\\ud800"', '"\\udfff x"', '"a\\u0000b"'];

export const families = {
  F4: [...numbers, ...texts(forFields.numbers)],
  F5: texts(forFields.days),
  F6: [
    ...texts([
      ...hostile.letters,
      ...forFields.letters,
      ...undrawn.map(([value]) => value),
      endless,
    ]),
    ...loneSurrogates,
  ],
  F1: texts([...hostile.markup, ...forFields.queries, ...hostile.formulas]),
} as const;

/**
 * Further values of a family, made of pieces of those that are listed; the same for the same seed.
 */
export function mutateValues(listed: readonly string[], count: number, seed: number): string[] {
  const next = random(seed);
  const pick = (): string =>
    String(
      JSON.parse(
        listed.filter((one) => one.startsWith('"'))[
          Math.floor(next() * listed.filter((one) => one.startsWith('"')).length)
        ] ?? '""',
      ),
    );
  return Array.from({ length: count }, () => {
    const [a, b] = [pick(), pick()];
    return JSON.stringify(
      a.slice(0, Math.ceil(next() * a.length)) + b.slice(Math.floor(next() * b.length)),
    );
  });
}

/** Invalid bodies: F10. `type` where another one is sent. */
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
  {
    name: '200,000 arrays in each other',
    body: '['.repeat(200_000) + ']'.repeat(200_000),
    status: [400],
  },
  { name: '1 MB and a byte', body: `{"x":"${'x'.repeat(1024 * 1024 - 7)}"}`, status: [413] },
  {
    name: '100,000 keys',
    body: `{${Array.from({ length: 100_000 }, (_, i) => `"k${i}":1`).join(',')}}`,
    status: [400, 413],
  },
  { name: 'a prototype', body: '{"__proto__":{"isAdmin":true}}', status: [400] },
  { name: 'a constructor', body: '{"constructor":{"prototype":{"isAdmin":true}}}', status: [400] },
  { name: 'two values', body: '{}{}', status: [400] },
  { name: 'a comment', body: '{/**/}', status: [400] },
  { name: 'plain text', body: '{}', type: 'text/plain', status: [415] },
  { name: 'a form', body: 'a=b', type: 'application/x-www-form-urlencoded', status: [415] },
];
