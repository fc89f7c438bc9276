import { csvOf } from '../../import-context.ts';
import {
  choose,
  createRandom,
  group,
  hasSigned,
  isoDay,
  listDays,
  pad,
  times,
  type AgencyRegister,
  type TrueProject,
} from '../agency.ts';

const stages = [
  ['Ön Başvuru', 'lead'],
  ['Arsa Tahsis Edildi', 'signed'],
  ['Yapı Ruhsatı Alındı', 'registered'],
  ['İnşaat Halinde', 'construction'],
  ['Üretimde', 'operation'],
  ['Üretim Durduruldu', 'on_hold'],
  ['Tahsis İptal', 'terminated'],
] as const;

/** Turkey: companies of an organised industrial zone, millions of lira, parcels in m². */
export function turkey(): AgencyRegister {
  const random = createRandom(73);
  const rows: string[][] = [];
  const projects: TrueProject[] = times(140, (at) => {
    const hundredths = 120 + random(900_000);
    const [word, stage] = choose(stages, random);
    const signing = [2021 + random(5), 1 + random(12), 1 + random(28)] as const;
    const [year, month, day] = [2027 + random(3), 1 + random(12), 1 + random(28)];
    const jobs = 8 + random(1900);
    const area = 2000 + random(90_000);
    const name = `Ege Döküm Sanayi ${at + 1} A.Ş.`;
    rows.push([
      ...[`${at + 1}`, `${100 + at} ada ${1 + (at % 9)} parsel`, name, 'Metal döküm'],
      ...[`${group(Math.floor(hundredths / 100), '.')},${pad(hundredths % 100)}`, group(area, '.')],
      ...[group(jobs, '.'), word],
      ...[hasSigned(stage) ? `${pad(signing[2])}.${pad(signing[1])}.${signing[0]}` : ''],
      ...[`${pad(day)}.${pad(month)}.${year}`],
    ]);
    return {
      name,
      amount: `TRY ${hundredths}0000`,
      stage,
      jobs,
      land: (area * 15) / 10_000,
      days: listDays(stage, isoDay(year, month, day), isoDay(...signing)),
    };
  });
  return {
    projects,
    file: csvOf([
      ['MANİSA ORGANİZE SANAYİ BÖLGESİ'],
      ['YATIRIM TAKİP TABLOSU (31.10.2026 itibarıyla)'],
      [
        ...['Sıra No', 'Ada / Parsel', 'Firma Adı', 'Yatırım Konusu', 'Yatırım Tutarı (milyon TL)'],
        ...['Parsel Alanı (m²)', 'İstihdam (kişi)', 'Durumu', 'Tahsis Tarihi'],
        ...['Üretime Geçiş (planlanan)'],
      ],
      ...rows,
      [...['', '', 'GENEL TOPLAM', ''], ...[writeSum(projects), '', '', '', '', '']],
    ]),
  };
}

/** Writes the sum of amounts as a Turkish number. */
function writeSum(projects: readonly TrueProject[]): string {
  const hundredths = projects.reduce((sum, { amount }) => sum + Number(amount?.slice(4, -4)), 0);
  return `${group(Math.floor(hundredths / 100), '.')},${pad(hundredths % 100)}`;
}
