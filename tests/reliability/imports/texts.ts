// R-28 and R-29: CSV that is huge or broken, and texts in twelve encodings: part of npm run hard
import { compact } from '#domain/values/compact.ts';
import { createImporter } from '#server/imports/process/create-importer.ts';
import { inProcess } from '#server/imports/process/in-process-importer.ts';
import { ImportFailure } from '#server/imports/read/failure.ts';
import { freshStore } from '../../import/import-context.ts';
import type { FileCount } from './files.ts';
import { random } from '../setup/random.ts';

type Next = () => number;
const importer = createImporter(inProcess);
const readNames = (
  bytes: Uint8Array,
  answers = {},
): Promise<{
  readonly key: string;
  readonly names: string;
  readonly place?: unknown;
  readonly hasQuestion: boolean;
}> =>
  importer.plan(bytes, 'x.csv', answers, freshStore).then(
    async (openPlan) => {
      const names: string[] = [];
      for await (const piece of openPlan.pieces())
        names.push(...piece.map(({ record }) => record.facts.name));
      const hasQuestion =
        openPlan.plan.texts.en.questions.some((q) => q.id === 'encoding') ||
        openPlan.plan.texts.en.problems.length > 0;
      return { key: 'read', names: names.join('\n'), hasQuestion };
    },
    (error: unknown) => ({
      key: error instanceof ImportFailure ? error.key : String(error),
      names: '',
      hasQuestion: true,
      ...compact({ place: error instanceof ImportFailure ? error.place : undefined }),
    }),
  );
const utf8 = new TextEncoder();
const pick = <T>(next: Next, list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;

/**
 * Files over the limits are refused at their place; broken ones are read or refused, never an
 * internal error.
 */
async function structure(count: number, next: Next, wrong: string[]): Promise<void> {
  const huge: readonly (readonly [string, Uint8Array, RegExp, boolean])[] = [
    [
      'a million rows',
      utf8.encode(`code,name\n${'A1,x\n'.repeat(1_000_000)}`),
      /^too_many_rows$/,
      true,
    ],
    [
      'a field of 50 MB',
      utf8.encode(`code,name\nA1,${'x'.repeat(50_000_000)}\n`),
      /^cell_too_long$/,
      true,
    ],
    [
      'a quote of 50 MB',
      utf8.encode(`code,name\nA1,"${'x\n'.repeat(25_000_000)}`),
      /^quote_not_closed$/,
      true,
    ],
    [
      '10,000 columns',
      utf8.encode(`${Array.from({ length: 10_000 }, (_, i) => `c${i}`).join(',')}\n`),
      /^too_many_columns$/,
      true,
    ],
    [
      '10,000 good rows',
      utf8.encode(
        `项目编号,项目名称\n${Array.from({ length: 10_000 }, (_, i) => `A${i},项目${i}`).join('\n')}`,
      ),
      /^read$/,
      false,
    ],
  ];
  for (const [what, bytes, key, placed] of huge) {
    const start = performance.now();
    const { key: result, place } = await readNames(bytes);
    const ms = performance.now() - start;
    if (!key.test(result) || (placed && (place as { row?: number } | undefined)?.row === undefined))
      wrong.push(`${what}: ${result} ${JSON.stringify(place)}`);
    console.log(
      `  ${what}: ${result} in ${Math.round(ms)} ms${place === undefined ? '' : ` at ${JSON.stringify(place).slice(0, 60)}`}`,
    );
  }
  const good = '项目编号,项目名称,总投资（万元）\nA1,"甲,""乙""\n丙",5000\nA2,丁,6000\n';
  for (let i = 0; i < count; i += 1) {
    let text = good;
    for (let k = 0; k < 1 + next() * 6; k += 1) {
      const at = Math.floor(next() * text.length);
      text =
        text.slice(0, at) +
        pick(next, [
          '"',
          ',',
          '\n',
          '\r',
          ';',
          '\u0000',
          '\t',
          '=',
          '\ud800',
          '__proto__',
          ' ',
          '9'.repeat(60),
          '',
        ]) +
        text.slice(at + Math.floor(next() * 3));
    }
    const { key } = await readNames(utf8.encode(text));
    if (!/^[a-z_]+$/.test(key)) wrong.push(`broken file ${i}: ${key} of ${JSON.stringify(text)}`);
  }
}

/** Words by encoding; each file is made of some of them. */
const pools: Readonly<Record<string, readonly string[]>> = {
  'utf-8': ['青岛', 'Größe', 'завод', '공장'],
  'utf-16le': ['青岛示范区', 'Fabrik', '工場'],
  'utf-16be': ['青岛示范区', 'Fabrik', '工場'],
  gb18030: [
    '青岛高端装备制造',
    '节能环保材料研发中心',
    '智能物流产业园',
    '生物医药生产基地',
    '新能源汽车零部件',
    '海水淡化示范工程',
  ],
  big5: [
    '臺灣半導體研發中心',
    '綠能產業園區',
    '高雄港物流倉儲',
    '精密機械製造廠',
    '生技醫藥園區開發',
  ],
  shift_jis: [
    '水素エネルギー製造設備',
    '株式会社ナブテスコ減速機工場',
    '環境ソリューション研究所',
    'リチウム電池の部品',
    '徳島県の木材加工場',
  ],
  'euc-kr': [
    '이차전지 소재 공장',
    '수소 연료전지 연구소',
    '바이오 의약품 생산시설',
    '물류센터 증설 사업',
  ],
  'windows-1252': [
    'Fábrica de baterías en León',
    'Größere Anlage für Öl',
    "Centre d'essais à Nîmes",
    'Città della Scienza è più',
  ],
  'windows-1250': [
    'Fabryka łożysk w Łodzi',
    'Továrna na součástky v Plzni',
    'Gyógyszergyár bővítése Győrött',
    'Śląska huta żelaza',
  ],
  'windows-1251': [
    'Завод композитных материалов',
    'Строительство логистического центра',
    'Фармацевтическое производство',
  ],
};
const encoders = new Map<string, ReadonlyMap<string, readonly number[]>>();
/**
 * A text in one of the encodings of the pools; a missing character becomes a question mark.
 */
export function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-8') return utf8.encode(text);
  if (encoding.startsWith('utf-16')) {
    const little = encoding.endsWith('le');
    return new Uint8Array(
      [...`\ufeff${text}`].flatMap((c) =>
        little
          ? [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]
          : [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255],
      ),
    );
  }
  let table = encoders.get(encoding);
  if (!table) {
    const bytesByCharacter = new Map<string, readonly number[]>();
    const decoder = new TextDecoder(encoding);
    const add = (bytes: readonly number[]): void => {
      const c = decoder.decode(new Uint8Array(bytes));
      if (c.length === 1 && c !== '\ufffd' && !bytesByCharacter.has(c))
        bytesByCharacter.set(c, bytes);
    };
    for (let a = 0x80; a <= 0xff; a += 1) {
      if (encoding.startsWith('windows')) add([a]);
      else for (let b = 0x40; b <= 0xfe; b += 1) add([a, b]);
    }
    encoders.set(encoding, bytesByCharacter);
    table = bytesByCharacter;
  }
  return new Uint8Array(
    [...text].flatMap((c) =>
      c.charCodeAt(0) < 0x80 ? [c.charCodeAt(0)] : (table.get(c) ?? [0x3f]),
    ),
  );
}

/** No cell is wrong without a question or a report. */
async function encodings(
  count: number,
  next: Next,
  wrong: string[],
): Promise<{ readonly files: number; readonly questions: number }> {
  let files = 0;
  let questions = 0;
  for (const [encoding, pool] of Object.entries(pools)) {
    for (let i = 0; i < count; i += 1) {
      const names = Array.from({ length: 1 + Math.floor(next() * 8) }, () => pick(next, pool));
      const bytes = encode(
        `code,name\n${names.map((n, k) => `A${k},${n}`).join('\n')}\n`,
        encoding,
      );
      const read = await readNames(bytes);
      files += 1;
      const right = read.names === names.join('\n');
      if (!right && !read.hasQuestion)
        wrong.push(
          `${encoding}, file ${i}: ${JSON.stringify(names)} was read as ${JSON.stringify(read.names)}`,
        );
      if (!right && read.hasQuestion) questions += 1;
      if (!right) {
        const withEncoding = await readNames(bytes, { encoding });
        if (withEncoding.names !== names.join('\n'))
          wrong.push(
            `${encoding}, file ${i}: chosen, it is still ${JSON.stringify(withEncoding.names)}`,
          );
      }
    }
  }
  return { files, questions };
}

export async function importTextsTest(count: number, seed: number): Promise<FileCount> {
  const next = random(seed);
  const wrong: string[] = [];
  console.log(`texts, seed ${seed}`);
  await structure(count, next, wrong);
  const { files, questions } = await encodings(Math.ceil(count / 5), next, wrong);
  console.log(
    `  ${count} broken files and ${files} in ${Object.keys(pools).length} encodings: ${questions} asked about, ${wrong.length} wrong`,
  );
  for (const one of wrong.slice(0, 20)) console.log(`  ${one}`);
  return { done: count + files, wrong };
}
