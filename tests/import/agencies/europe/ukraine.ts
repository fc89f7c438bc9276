import { csvOf } from '../../import-context.ts';
import {
  choose,
  createRandom,
  group,
  hasSigned,
  isoDay,
  listDays,
  monthEnd,
  pad,
  times,
  type AgencyRegister,
  type TrueProject,
} from '../agency.ts';

const stages = [
  ['Намір інвестора', 'lead'],
  ['Ведуться переговори', 'negotiation'],
  ['Договір укладено', 'signed'],
  ['Отримано дозвіл на будівництво', 'registered'],
  ['Триває будівництво', 'construction'],
  ['Введено в експлуатацію', 'operation'],
  ['Призупинено', 'on_hold'],
  ['Скасовано', 'terminated'],
] as const;

/** Ukraine: participants of an industrial park, millions of hryvnias, quarters in Roman numerals. */
export function ukraine(): AgencyRegister {
  const random = createRandom(83);
  const rows: string[][] = [];
  const projects: TrueProject[] = times(110, (at) => {
    const tenths = 30 + random(60_000);
    const [word, stage] = choose(stages, random);
    const signing = [2022 + random(4), 1 + random(12), 1 + random(28)] as const;
    const [year, quarter] = [2027 + random(3), 1 + random(4)];
    const jobs = 6 + random(1400);
    const tenthsOfHa = 3 + random(200);
    const name = `Завод будівельних сумішей № ${at + 1}`;
    rows.push([
      ...[`${at + 1}`, name, `ТОВ «Захід Пром ${at + 1}»`, 'Будматеріали'],
      ...[`${group(Math.floor(tenths / 10), ' ')},${tenths % 10}`, `${jobs}`],
      ...[`${Math.floor(tenthsOfHa / 10)},${tenthsOfHa % 10}`, word],
      ...[hasSigned(stage) ? `${pad(signing[2])}.${pad(signing[1])}.${signing[0]} р.` : ''],
      ...[`${['I', 'II', 'III', 'IV'][quarter - 1]} кв. ${year}`],
    ]);
    return {
      name,
      amount: `UAH ${tenths}00000`,
      stage,
      jobs,
      land: (tenthsOfHa * 15) / 10,
      days: listDays(stage, monthEnd(year, 3 * quarter), isoDay(...signing)),
    };
  });
  return {
    projects,
    file: csvOf([
      ['Індустріальний парк «Захід Ресурс»'],
      ['Реєстр учасників та інвестиційних проєктів станом на 31.10.2026'],
      [
        ...['№ з/п', 'Назва проєкту', 'Ініціатор (інвестор)', 'Галузь'],
        ...['Обсяг інвестицій, млн грн', 'Кількість робочих місць', 'Площа, га'],
        ...['Стан реалізації', 'Дата договору', 'Плановий термін введення в експлуатацію'],
      ],
      ...rows,
    ]),
  };
}
