import { book, sheetData } from '../../zip.ts';
import {
  createRandom,
  group,
  isoDay,
  monthEnd,
  pad,
  times,
  type AgencyRegister,
  type TrueProject,
} from '../agency.ts';

const steps = [
  ['En negociación', 'negotiation'],
  ['Contrato firmado', 'signed'],
  ['En construcción', 'construction'],
  ['En funcionamiento', 'operation'],
] as const;
const quarters = ['1T 2026', '2T 2026', '3T 2026'] as const;

/** Spain: a free zone with a sheet for each quarter, of which the newest counts. */
export function spain(): AgencyRegister {
  const random = createRandom(29);
  const projects: TrueProject[] = [];
  const sheets = quarters.map((): string[][] => []);
  for (const at of times(110, (n) => n)) {
    const thousands = 150 + random(90_000);
    const first = random(3);
    const [year, month] = [2027 + random(4), 1 + random(12)];
    const signing = [2023 + random(3), 1 + random(12), 1 + random(28)] as const;
    const jobs = 4 + random(1900);
    const name = `Nave logística ${at + 1}`;
    const code = `ZF-${pad(at + 1, 3)}/${2020 + (at % 6)}`;
    for (const [quarter, rows] of sheets.entries()) {
      const [word] = steps[Math.min(3, first + (quarter === 2 ? 1 : 0))] as (typeof steps)[number];
      const amount = thousands + quarter - 2;
      rows.push([
        ...[code, name, 'Logística Bahía, S.L.'],
        ...[`${group(amount, '.')},50`, word],
        ...[`${pad(signing[2])}/${pad(signing[1])}/${signing[0]}`, `${pad(month)}/${year}`],
        ...[group(jobs, '.')],
      ]);
    }
    projects.push({
      name,
      code,
      amount: `EUR ${thousands}500`,
      stage: steps[Math.min(3, first + 1)]?.[1] ?? '',
      jobs,
      days: [`operation plan ${monthEnd(year, month)}`, `signed ${isoDay(...signing)}`],
    });
  }
  const ends = ['31/03/2026', '30/06/2026', '30/09/2026'];
  return {
    projects,
    fileName: 'seguimiento.xlsx',
    file: book({
      sheets: Object.fromEntries(
        quarters.map((name, at) => [
          name,
          sheetData([
            [`Zona Franca de la Bahía – Seguimiento de proyectos (datos a ${ends[at]})`],
            [
              ...[
                'Expediente',
                'Proyecto',
                'Empresa',
                'Inversión prevista (miles de €)',
                'Situación',
              ],
              ...['Fecha de firma', 'Puesta en marcha prevista', 'Empleos previstos'],
            ],
            ...(sheets[at] ?? []),
          ]),
        ]),
      ),
    }),
  };
}
