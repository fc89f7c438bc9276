import { scaleByTen } from '#domain/values/decimal.ts';
import {
  choose,
  createRandom,
  group,
  isoDay,
  pad,
  times,
  type AgencyRegister,
  type TrueProject,
} from '../agency.ts';

const words = ['CRTD', 'REL', 'TECO'];

/** An enterprise system: leading zeros, minus after the number, days of zeros, tabs. */
export function sap(): AgencyRegister {
  const random = createRandom(53);
  const rows: string[][] = [];
  const projects: TrueProject[] = times(300, (at) => {
    const cents = 100_000 + random(2_000_000_000);
    const word = choose(words, random);
    const code = pad(10_023 + at, 12);
    const hasDay = random(4) > 0;
    const [year, month, day] = [2027 + random(3), 1 + random(12), 1 + random(28)];
    const name = `Halle Nord ${at + 1}`;
    const difference = random(500_000);
    rows.push([
      ...[code, name, `${group(Math.floor(cents / 100), '.')},${pad(cents % 100)} `, 'EUR'],
      ...[`${group(difference, '.')},00${random(2) === 0 ? '-' : ' '}`, word],
      ...[hasDay ? `${pad(day)}.${pad(month)}.${year}` : '00.00.0000'],
    ]);
    return {
      name,
      code,
      amount: `EUR ${scaleByTen(String(cents), -2)}`,
      days: hasDay ? [`completion plan ${isoDay(year, month, day)}`] : [],
    };
  });
  return {
    projects,
    fileName: 'EXPORT.txt',
    file: [
      [
        ...['Projektnummer', 'Bezeichnung', 'Gesamtinvestition', 'Währung', 'Abweichung'],
        ...['Systemstatus', 'Geplante Fertigstellung'],
      ],
      ...rows,
    ]
      .map((cells) => cells.join('\t'))
      .join('\r\n'),
  };
}
