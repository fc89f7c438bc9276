// node scripts/fold-tables.mjs: writes the tables of src/server/core/text-folding from pinyin-pro
// and opencc-js.
// With --check it writes nothing and fails when a table differs.
import { readFileSync, writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

const folder = new URL('../src/server/core/text-folding/', import.meta.url);
const dictionaries = new URL('./dict/', import.meta.resolve('opencc-js/core'));

/** Reads a dictionary of OpenCC. @returns the first conversion of each character */
async function readDictionary(name) {
  const { default: text } = await import(new URL(`${name}.js`, dictionaries).href);
  return new Map(text.split('|').map((entry) => entry.split(' ')));
}
const isSingle = (text) => text.length === 1;
const isUnified = (character) => character >= '\u4e00' && character <= '\u9fff';
const byCodePoint = ([a], [b]) => (a < b ? -1 : 1);
const joinPairs = (pairs) =>
  [...pairs]
    .sort(byCodePoint)
    .map(([from, to]) => from + to)
    .join('');

/** Variants in Japanese names that OpenCC does not list, each before its usual form. */
const nameVariants = [...'冨富嵜崎嶋岛嶌岛桒桑槇槙邉边髙高﨑崎'.matchAll(/(.)(.)/gu)].map(
  ([, from, to]) => [from, to],
);
const simple = await readDictionary('TSCharacters');
const traditional = new Map([...simple].filter(([from, to]) => isUnified(from) && isSingle(to)));
const japanese = new Map([
  ...[...(await readDictionary('JPShinjitaiCharacters'))]
    .filter(([from, to]) => !traditional.has(from) && isSingle(to))
    .map(([from, to]) => [from, traditional.get(to) ?? to])
    .filter(([from, to]) => from !== to),
  ...nameVariants,
]);

/** Readings of three characters in names and registers. They replace those of pinyin-pro. */
const chosenReadings = { 都: 'du', 行: 'hang', 了: 'le' };

/** Lists the characters of a double-byte encoding in the rows `first` to `last`. */
function charactersOf(encoding, first, last) {
  const decoder = new TextDecoder(encoding);
  const all = [];
  for (let row = first; row <= last; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const character = decoder.decode(new Uint8Array([row, cell]));
      if (character.length === 1 && isUnified(character)) all.push(character);
    }
  return all;
}

/**
 * Groups characters by reading: those of GB 2312, and the simplified forms of those of JIS X 0208
 * and of the pairs.
 */
function readingTable() {
  const groups = new Map();
  const characters = [
    ...charactersOf('gbk', 0xb0, 0xf7),
    ...charactersOf('euc-jp', 0xb0, 0xf4).map((one) => simple.get(one) ?? one),
    ...traditional.values(),
  ].filter(isSingle);
  for (const one of [...new Set(characters)].sort()) {
    const reading = chosenReadings[one] ?? pinyin(one, { toneType: 'none', v: true });
    if (/^[a-z]+$/.test(reading)) groups.set(reading, (groups.get(reading) ?? '') + one);
  }
  return [...groups]
    .sort(byCodePoint)
    .map(([reading, list]) => reading + list)
    .join(' ');
}

const variants = `// Written by scripts/fold-tables.mjs.

/**
 * Each traditional character before its simplified form: the one-to-one part of OpenCC's
 * TSCharacters (Apache-2.0, BYVoid and contributors).
 */
export const traditionalPairs =
  '${joinPairs(traditional)}';

/**
 * Each Japanese form before the simplified Chinese one: OpenCC's JPShinjitaiCharacters by way of
 * the traditional form, and variants common in names.
 */
export const japanesePairs =
  '${joinPairs(japanese)}';
`;
const readings = `// Written by scripts/fold-tables.mjs.

/**
 * Characters of GB 2312 and JIS X 0208 after their reading in pinyin, without tones, ü as v; from
 * pinyin-pro (MIT).
 */
export const readings =
  '${readingTable()}';

/** The second reading of characters whose reading in names varies. */
export const secondReadings =
  'cheng盛 chong重 dan弹 diao调 dou都 po泊 shan单 shen参 shuai率 xia厦 xing行 yue乐 zang藏 zeng曾 zhang长 zhao朝 zhuan传';
`;

const tables = { 'traditional-variants.ts': variants, 'pinyin.ts': readings };
const differing = Object.entries(tables).filter(
  ([name, text]) => readFileSync(new URL(name, folder), { encoding: 'utf8', flag: 'a+' }) !== text,
);
if (process.argv.includes('--check') && differing.length > 0) {
  console.error(`These tables differ: ${differing.map(([name]) => name).join(', ')}.`);
  process.exitCode = 1;
} else for (const [name, text] of differing) writeFileSync(new URL(name, folder), text);
