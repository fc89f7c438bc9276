import { csvOf } from '../../import-context.ts';
import {
  choose,
  createRandom,
  group,
  times,
  type AgencyRegister,
  type TrueProject,
} from '../agency.ts';

/** Writes a Gregorian day in the Ethiopian calendar, by the Unicode CLDR. */
function toEthiopian(day: string): string {
  const parts = new Intl.DateTimeFormat('en-u-ca-ethiopic-nu-latn', {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    timeZone: 'UTC',
  }).formatToParts(new Date(`${day}T00:00:00Z`));
  const part = (name: string): string => parts.find(({ type }) => type === name)?.value ?? '';
  return `${part('day')}/${part('month')}/${part('year')}`;
}
const addDays = (day: string, count: number): string =>
  new Date(Date.parse(day) + 86_400_000 * count).toISOString().slice(0, 10);

const stages = [
  ['Operational', 'operation'],
  ['Under construction', 'construction'],
  ['Implementation', 'construction'],
  ['Agreement signed', 'signed'],
  ['License cancelled', 'withdrawn'],
] as const;

/**
 * Ethiopia: an industrial park with days of the Ethiopian calendar, capital in thousands of birr,
 * and two columns of jobs.
 */
export function ethiopia(): AgencyRegister {
  const random = createRandom(7);
  const rows: string[][] = [];
  const projects: TrueProject[] = times(180, (at) => {
    const thousands = 800 + random(2_500_000);
    const [word, stage] = choose(stages, random);
    const signing = addDays('2017-01-05', random(3000));
    const operation = addDays('2026-12-10', random(1200));
    const jobs = random(900) + 5;
    const name = `Hawassa Garment Shed ${at + 1}`;
    rows.push([
      ...[`${at + 1}`, `IPDC/${1000 + at}/09`, name, 'Abyssinia Textiles PLC', 'Hawassa IP'],
      ...[group(thousands, ','), toEthiopian(signing), word, toEthiopian(operation)],
      ...[group(jobs, ','), `${random(50)}`],
    ]);
    return {
      name,
      code: `IPDC/${1000 + at}/09`,
      amount: `ETB ${thousands}000`,
      stage,
      jobs,
      days: [`operation plan ${operation}`, `signed ${signing}`],
    };
  });
  return {
    projects,
    file: csvOf([
      ['INDUSTRIAL PARKS DEVELOPMENT CORPORATION'],
      ['Investment projects in Hawassa Industrial Park as of 30/10/2026 G.C.'],
      [
        ...['S.N.', 'File No.', 'Name of the Project', 'Investor', 'Industrial Park'],
        ...["Investment Capital ('000 ETB)", 'Date of Agreement (E.C.)', 'Status'],
        ...['Expected Operation Date (E.C.)', 'Permanent Jobs', 'Temporary Jobs'],
      ],
      ...rows,
    ]),
  };
}
