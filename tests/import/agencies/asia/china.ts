import { compact } from '#domain/values/compact.ts';
import { book, sheetData } from '../../zip.ts';
import {
  createRandom,
  monthEnd,
  pad,
  times,
  type AgencyRegister,
  type TrueProject,
} from '../agency.ts';

type Row = (string | number | null)[];
const parts = ['先进制造业', '现代服务业', '基础设施'] as const;
const words = [
  ['在建', 'construction'],
  ['前期', undefined],
  ['已投产', 'operation'],
  ['已签约', 'signed'],
] as const;
const progress = [
  '正在进行主体结构施工，已完成投资1.2亿元，预计12月封顶。',
  '已取得用地批复，正在办理施工许可，计划明年3月开工。',
  '项目已竣工投产，2026年1-10月实现产值3.5亿元。',
  '已签订投资协议，正在开展环评。',
];

/** China: a table of key projects with two rows of headings, parts, subtotals and a total. */
export function china(): AgencyRegister {
  const random = createRandom(17);
  const data: Row[] = [];
  const projects: TrueProject[] = [];
  let number = 0;
  let [total, year] = [0, 0];
  for (const [at, part] of parts.entries()) {
    const own: Row[] = [];
    let [sum, sumOfYear] = [0, 0];
    for (const _ of times(45, () => 0)) {
      number += 1;
      const [kind, ofYear] = [random(words.length), 1 + random(90)];
      const [word, stage] = words[kind] as (typeof words)[number];
      const hundredths = 30 + random(6000);
      const [start, end] = [2023 + random(3), 2027 + random(3)];
      const month = 1 + random(12);
      sum += hundredths;
      sumOfYear += ofYear;
      const name = `${part.slice(0, 2)}产业园项目（${pad(number, 3)}号）`;
      own.push([
        ...[number, name, '青山控股有限公司', `${start}-${end}`, hundredths / 100, ofYear / 10],
        ...[word, progress[kind] ?? '', `${end}年${month}月`, '市发改委'],
      ]);
      projects.push({
        name,
        amount: `CNY ${hundredths}000000`,
        ...compact({ stage }),
        days: [`operation plan ${monthEnd(end, month)}`],
      });
    }
    data.push([
      ...[`${'一二三'[at]}、${part}（45个）`, null, null, null, sum / 100, sumOfYear / 10],
    ]);
    data.push(...own);
    data.push(['小计', null, null, null, sum / 100, sumOfYear / 10]);
    total += sum;
    year += sumOfYear;
  }
  data.push(['合计', null, null, null, total / 100, year / 10]);
  const rows: Row[] = [
    ['2026年市级重点项目形象进度表'],
    ['截至2026年10月31日', null, null, null, null, null, null, null, '单位：亿元'],
    [
      '序号',
      '项目名称',
      '建设单位',
      '建设年限',
      '投资情况',
      null,
      '项目阶段',
      '形象进度',
      '计划投产时间',
      '责任单位',
    ],
    [null, null, null, null, '总投资', '2026年计划投资', null, null, null, null],
    ...data,
  ];
  const merges = [
    'A1:J1',
    'E3:F3',
    ...['A', 'B', 'C', 'D', 'G', 'H', 'I', 'J'].map((c) => `${c}3:${c}4`),
  ];
  const joins = `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return {
    projects,
    fileName: '重点项目.xlsx',
    file: book({ sheets: { 重点项目: `${sheetData(rows)}${joins}` } }),
  };
}
