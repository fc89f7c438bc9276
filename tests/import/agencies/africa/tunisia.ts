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
  ['Accord de principe', 'negotiation'],
  ['Convention signée', 'signed'],
  ['Travaux en cours', 'construction'],
  ['En exploitation', 'operation'],
  ['Projet abandonné', 'withdrawn'],
] as const;

/** Tunisia: millions of dinars with three decimals, as the currency has them, and quarters. */
export function tunisia(): AgencyRegister {
  const random = createRandom(41);
  const rows: string[][] = [];
  const projects: TrueProject[] = times(120, (at) => {
    const thousands = 250 + random(600_000);
    const [word, stage] = choose(stages, random);
    const signing = [2022 + random(4), 1 + random(12), 1 + random(28)] as const;
    const [year, quarter] = [2027 + random(3), 1 + random(4)];
    const jobs = 5 + random(2500);
    const name = `Unité industrielle ${at + 1}`;
    const when =
      quarter === 1
        ? `1er trimestre ${year}`
        : quarter === 4
          ? `fin ${year}`
          : `T${quarter} ${year}`;
    rows.push([
      ...[`${at + 1}`, name, 'Société Carthage Câbles'],
      ...[`${group(Math.floor(thousands / 1000), ' ')},${pad(thousands % 1000, 3)}`, word],
      ...[
        hasSigned(stage) ? `${pad(signing[2])}/${pad(signing[1])}/${signing[0]}` : '',
        when,
        group(jobs, ' '),
      ],
    ]);
    return {
      name,
      amount: `TND ${thousands}000`,
      stage,
      jobs,
      days: listDays(stage, monthEnd(year, 3 * quarter), isoDay(...signing)),
    };
  });
  return {
    projects,
    file: csvOf([
      ["Parc d'activités économiques de Bizerte : état des projets au 31 octobre 2026"],
      [
        ...['N°', 'Projet', 'Promoteur', 'Investissement prévu (MDT)', "État d'avancement"],
        ...['Date de signature', 'Entrée en production prévue', 'Emplois à créer'],
      ],
      ...rows,
    ]),
  };
}
