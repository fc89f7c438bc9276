import { csvOf } from '../../import-context.ts';
import {
  choose,
  createRandom,
  hasSigned,
  isoDay,
  listDays,
  monthEnd,
  pad,
  times,
  type AgencyRegister,
  type TrueProject,
} from '../agency.ts';

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** Writes a number in Indian groups: 12,50,00,000. */
const inLakh = (value: number): string => {
  const text = String(value);
  const [head, tail] = [text.slice(0, -3), text.slice(-3)];
  return head === '' ? tail : `${head.replace(/\B(?=(\d{2})+$)/g, ',')},${tail}`;
};
const amounts: readonly ((n: number) => readonly [string, string])[] = [
  (n) => [`Rs. ${n} crore`, `PKR ${n}0000000`],
  (n) => [`PKR ${n}.5 million`, `PKR ${n}500000`],
  (n) => [`Rs. ${inLakh(n * 1_000_000)}`, `PKR ${n}000000`],
  (n) => [`${n} lakh`, `PKR ${n}00000`],
  (n) => [`US$ ${n} mn`, `USD ${n}000000`],
  (n) => [`PKR ${n} bn`, `PKR ${n}000000000`],
];
const stages = [
  ['Plot allotted', 'signed'],
  ['Under Construction', 'construction'],
  ['In Production', 'operation'],
  ['Application under review', 'negotiation'],
  ['Allotment cancelled', 'withdrawn'],
] as const;

/** Pakistan: rupees in lakh, crore, million and billion in the cells, months as Dec-27. */
export function pakistan(): AgencyRegister {
  const random = createRandom(13);
  const rows: string[][] = [];
  const projects: TrueProject[] = times(240, (at) => {
    const [text, amount] = (amounts[at % amounts.length] as (typeof amounts)[number])(
      2 + random(900),
    );
    const [word, stage] = choose(stages, random);
    const [year, month] = [2027 + random(5), 1 + random(12)];
    const [allotYear, allotMonth, allotDay] = [2021 + random(5), 1 + random(12), 1 + random(28)];
    const jobs = 20 + random(800);
    const name = `Rashakai Unit ${at + 1}`;
    rows.push([
      ...[`${at + 1}`, name, 'Indus Mills (Pvt) Ltd', text, word],
      ...[hasSigned(stage) ? `${pad(allotDay)}-${months[allotMonth - 1]}-${allotYear % 100}` : ''],
      ...[`${months[month - 1]}-${year % 100}`, `${jobs} Nos.`],
    ]);
    return {
      name,
      amount,
      stage,
      jobs,
      days: listDays(stage, monthEnd(year, month), isoDay(allotYear, allotMonth, allotDay)),
    };
  });
  return {
    projects,
    file: csvOf([
      ['Rashakai Special Economic Zone - Enterprises (as on 31-Oct-2026)'],
      [
        ...['Sr. No.', 'Name of Project', 'Enterprise', 'Proposed Investment', 'Status'],
        ...['Date of Agreement', 'Expected Commercial Operation', 'Employment Generation'],
      ],
      ...rows,
    ]),
  };
}
