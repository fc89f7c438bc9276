import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { codeAt } from '../api.ts';

/** The columns of the register. */
export const columns = [
  '项目编号',
  '项目名称',
  '投资方',
  '项目公司',
  '统一社会信用代码',
  '国别',
  '都道府県',
  '行业',
  '功能区',
  '项目阶段',
  '推进状态',
  '总投资(万元)',
  '协议投资额(万元)',
  '到位资金(万元)',
  '签约时间',
  '开工时间',
  '计划投产时间',
  '预计就业',
  '责任人',
  '备注',
] as const;

/** Texts of two Han characters that few names have: one row of 10,000 each. */
export const rareWords = [
  ['极光', 'jiguang', 'カブト'],
  ['琥珀', 'hupo', 'サクラ'],
  ['珊瑚', 'shanhu', 'ツバメ'],
  ['麒麟', 'qilin', 'ヒカリ'],
  ['凤凰', 'fenghuang', 'ミドリ'],
  ['蓬莱', 'penglai', 'アサヒ'],
  ['昆仑', 'kunlun', 'ホクト'],
] as const;
/** Texts of two Han characters that every project has. */
export const commonWords = ['示范', '范区', '项目', '投资', '青岛', '公司', '有限'] as const;
/** Rows between two with the same rare word. */
export const rareEvery = 10_000;

const stages = ['有效线索', '在谈', '已签约', '已注册立项', '开工在建', '已投产运营', '已达产'];
/** The index of the first stage in which the building has begun. */
const construction = 4;

const twoDigits = (number: number): string => String(number).padStart(2, '0');
const pick = (words: readonly string[], place: number): string => words[place % words.length] ?? '';

/** @returns the stage of a row in an edition: some projects move on in the second and the third */
function stageOf(place: number, edition: number): number {
  const steps = Number(edition >= 2 && place % 10 === 0) + Number(edition >= 3 && place % 20 === 1);
  return Math.min(stages.length - 1, (place % stages.length) + steps);
}

/**
 * Makes a row of the register, the same for the same arguments.
 *
 * @param edition - the second changes the amount of each row, the third the paid-in capital or the
 *   stage of three rows of five
 */
export function makeRow(place: number, edition: number): (string | number)[] {
  const day = `${2019 + (place % 6)}-${twoDigits(1 + (place % 12))}-${twoDigits(1 + (place % 28))}`;
  const stage = stageOf(place, edition);
  const [word = '', , kana = ''] = rareWords[place % rareEvery] ?? [];
  return [
    codeAt(place),
    `示范区${word}项目第${place}号`,
    `${kana}投资方株式会社${place % 5000}`,
    `青岛公司${place}有限公司`,
    `91370211MA${String(place).padStart(7, '0')}X`,
    '日本',
    pick(['岩手県', '神奈川県', '新潟県'], place),
    pick(['节能环保', '新材料', '能源技术', '生物工程', 'ICT'], place),
    `功能区${place % 6}`,
    stages[stage] ?? '',
    place % 50 === 0 ? '暂缓' : '推进中',
    1000 + (place % 90_000) + (edition >= 2 ? 7 : 0),
    900 + (place % 80_000),
    place % 3 === 0 ? '' : (place % 700) + (edition >= 3 && place % 5 < 3 ? 3 : 0),
    day,
    stage >= construction ? day : '',
    `2027-0${1 + (place % 9)}`,
    place % 400,
    `责任人${place % 200}`,
    `第${place}条备注，说明情况 ${place * 7}`,
  ];
}

const rowsAtOnce = 5000;
/** @returns the text of an edition as CSV, some thousand rows at a time */
export function* makeEdition(rows: number, edition: number): Generator<string> {
  yield `${columns.join(',')}\n`;
  for (let from = 0; from < rows; from += rowsAtOnce) {
    const length = Math.min(rowsAtOnce, rows - from);
    const lines = Array.from({ length }, (_, at) => makeRow(from + at, edition).join(','));
    yield `${lines.join('\n')}\n`;
  }
}

/** Writes an edition into a file. It is never in memory as a whole. */
export const writeEdition = (path: string, rows: number, edition: number): Promise<void> =>
  pipeline(makeEdition(rows, edition), createWriteStream(path));
