import { compact } from '#domain/values/compact.ts';
import { book, sheetData } from '../../zip.ts';
import {
  choose,
  createRandom,
  isoDay,
  monthEnd,
  pad,
  times,
  type AgencyRegister,
  type TrueProject,
} from '../agency.ts';

const months =
  'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'.split(' ');
const stages = [
  ['Действующее производство', 'operation'],
  ['Строительство', 'construction'],
  // the word names no stage; each row has the day of its agreement
  ['Проектирование', 'signed'],
  ['Соглашение заключено', 'signed'],
  ['Соглашение расторгнуто', 'terminated'],
] as const;
type Row = (string | number | null)[];

/** Russia: residents of a special zone with planned and actual columns below merged headings. */
export function russia(): AgencyRegister {
  const random = createRandom(37);
  const rows: Row[] = [];
  const projects: TrueProject[] = times(140, (at) => {
    const millions = 50 + random(20_000);
    const [word, stage] = choose(stages, random);
    const signing = [2019 + random(7), 1 + random(12), 1 + random(28)] as const;
    const [year, month] = [2027 + random(4), 1 + random(12)];
    const jobs = 15 + random(900);
    const name = `Завод полимеров № ${at + 1}`;
    const text = `${Math.floor(millions / 1000)},${pad(millions % 1000, 3)}`;
    rows.push([
      ...[at + 1, name, 'ООО «Полимер»', `${pad(signing[2])}.${pad(signing[1])}.${signing[0]}`],
      ...[text, `${random(9)},${random(10)}`, jobs, random(jobs), word],
      ...[`${months[month - 1]} ${year} г.`],
    ]);
    return {
      name,
      amount: `RUB ${millions}000000`,
      ...compact({ stage }),
      jobs,
      days: [`operation plan ${monthEnd(year, month)}`, `signed ${isoDay(...signing)}`],
    };
  });
  const data: Row[] = [
    ['Реестр резидентов ОЭЗ «Алабуга» по состоянию на 31.10.2026'],
    [
      ...['№ п/п', 'Наименование проекта', 'Резидент', 'Дата соглашения'],
      ...['Объем инвестиций, млрд руб.', null, 'Рабочие места', null, 'Стадия реализации'],
      ...['Плановый ввод в эксплуатацию'],
    ],
    [null, null, null, null, 'план', 'факт', 'план', 'факт', null, null],
    ...rows,
  ];
  const merges = [
    'A1:J1',
    'E2:F2',
    'G2:H2',
    ...['A', 'B', 'C', 'D', 'I', 'J'].map((c) => `${c}2:${c}3`),
  ];
  const joins = `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  return {
    projects,
    fileName: 'реестр.xlsx',
    file: book({ sheets: { Реестр: `${sheetData(data)}${joins}` } }),
  };
}
