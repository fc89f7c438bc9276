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
  ['Anfrage', 'lead'],
  ['Kaufvertrag beurkundet', 'signed'],
  ['Baugenehmigung erteilt', 'registered'],
  ['Im Bau', 'construction'],
  ['In Betrieb', 'operation'],
  ['Zurückgezogen', 'withdrawn'],
] as const;

/** Germany: a trading estate in windows-1252, with areas of thousands of m² and no decimal sign. */
export function germany(): AgencyRegister {
  const random = createRandom(31);
  const rows: string[][] = [];
  const projects: TrueProject[] = times(130, (at) => {
    const hundredThousands = 3 + random(900);
    const [word, stage] = choose(stages, random);
    const signing = [2022 + random(4), 1 + random(12), 1 + random(28)] as const;
    const [year, quarter] = [2027 + random(3), 1 + random(4)];
    const jobs = 2 + random(300);
    const area = 100 * (11 + random(400));
    const name = `Gewerbehof Süd ${at + 1}`;
    const millions = `${Math.floor(hundredThousands / 10)},${hundredThousands % 10}`;
    rows.push([
      ...[`GE-${pad(at + 1, 3)}`, name, 'Müller & Söhne GmbH', `${group(area, '.')} m²`],
      ...[`${millions} Mio. \u20ac`, word],
      ...[
        hasSigned(stage) ? `${pad(signing[2])}.${pad(signing[1])}.${signing[0]}` : '',
        `${quarter}. Quartal ${year}`,
      ],
      ...[at % 4 === 0 ? `ca. ${jobs}` : `${jobs}`],
    ]);
    return {
      name,
      code: `GE-${pad(at + 1, 3)}`,
      amount: `EUR ${hundredThousands}00000`,
      stage,
      jobs,
      land: (area * 3) / 2000,
      days: listDays(stage, monthEnd(year, 3 * quarter), isoDay(...signing)),
    };
  });
  const text = [
    ['Gewerbegebiet Süd – Vermarktungsstand 31.10.2026'],
    [
      ...[
        'Nr.',
        'Vorhaben',
        'Unternehmen',
        'Grundstücksfläche',
        'Investitionssumme',
        'Projektstand',
      ],
      ...['Datum Kaufvertrag', 'Geplante Inbetriebnahme', 'Arbeitsplätze'],
    ],
    ...rows,
  ]
    .map((cells) => cells.join(';'))
    .join('\r\n');
  return {
    projects,
    file: Uint8Array.from(
      Buffer.from(text.replaceAll('\u20ac', '\u0080').replaceAll('–', '\u0096'), 'latin1'),
    ),
  };
}
