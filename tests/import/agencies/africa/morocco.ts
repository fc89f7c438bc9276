import { compact } from '#domain/values/compact.ts';
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
  ['Avis favorable / رأي إيجابي', undefined],
  ["En cours d'instruction / قيد الدراسة", undefined],
  ['Convention signée / تم توقيع الاتفاقية', 'signed'],
  ['Travaux en cours / أشغال جارية', 'construction'],
  ['Mis en service / مشغل', 'operation'],
  ['Projet annulé / مشروع ملغى', 'rejected'],
] as const;
const provinces = ['Béni Mellal', 'Khouribga', 'Azilal'] as const;

/** Writes hundredths of a million of dirhams as a French number with its unit in some cells. */
function writeAmount(hundredths: number, at: number): string {
  const plain = `${group(Math.floor(hundredths / 100), '\u00a0')},${pad(hundredths % 100)}`;
  if (at % 11 === 3) return `${plain} MDH`;
  if (at % 11 === 7) return `${plain} M MAD`;
  // thousands of millions: MMDH
  return at % 11 === 9
    ? `${Math.floor(hundredths / 100_000)},${pad(Math.floor(hundredths / 100) % 1000, 3)} MMDH`
    : plain;
}

/**
 * Morocco: headings and stages in French and Arabic, millions of dirhams with units in some cells,
 * a part with a sum for each province, and a data date whose year has two digits.
 */
export function morocco(): AgencyRegister {
  const random = createRandom(67);
  const rows: string[][] = [];
  const projects: TrueProject[] = [];
  let all = 0;
  for (const [part, province] of provinces.entries()) {
    rows.push([`${['I', 'II', 'III'][part]}. Province de ${province}`, ...Array(10).fill('')]);
    let sum = 0;
    for (const at of times(40, (n) => part * 40 + n)) {
      const size = 150 + random(400_000);
      const hundredths = at % 11 === 9 ? size - (size % 100) : size;
      const [word, stage] = choose(stages, random);
      const signing = [2023 + random(3), 1 + random(12), 1 + random(28)] as const;
      const [year, quarter] = [2027 + random(3), 1 + random(4)];
      const jobs = 5 + random(2500);
      const tenths = 2 + random(900);
      const name = `Unité de conserverie ${at + 1} / وحدة تصبير ${at + 1}`;
      const code = `CRI-${2023 + (at % 3)}/${pad(at + 1, 4)}`;
      sum += hundredths;
      rows.push([
        ...[`${at + 1}`, code, name, `Sté Atlas Agro ${at + 1} SARL`, writeAmount(hundredths, at)],
        ...[at % 7 === 5 ? `env. ${jobs}` : group(jobs, ' '), word],
        ...[hasSigned(stage) ? `${pad(signing[2])}/${pad(signing[1])}/${signing[0]}` : ''],
        ...[at % 2 === 0 ? `T${quarter} ${year}` : `fin ${year}`],
        ...[`${Math.floor(tenths / 10)},${tenths % 10}`, at % 5 === 0 ? 'Dossier à compléter' : ''],
      ]);
      const operation = at % 2 === 0 ? monthEnd(year, 3 * quarter) : isoDay(year, 12, 31);
      projects.push({
        name,
        code,
        amount: `MAD ${hundredths}0000`,
        ...compact({ stage }),
        jobs,
        land: (tenths * 15) / 10,
        days: listDays(stage, operation, isoDay(...signing)),
      });
    }
    all += sum;
    rows.push(['', '', `Sous-total ${province}`, '', writeAmount(sum, 0), ...Array(6).fill('')]);
  }
  rows.push([
    '',
    '',
    'TOTAL GÉNÉRAL / المجموع العام',
    '',
    writeAmount(all, 0),
    ...Array(6).fill(''),
  ]);
  return {
    projects,
    file: csvOf([
      ["Centre Régional d'Investissement de Béni Mellal-Khénifra / المركز الجهوي للاستثمار"],
      ["Situation des projets d'investissement arrêtée au 31/10/26"],
      [
        ...['N°', 'Réf. dossier / رقم الملف', 'Intitulé du projet / عنوان المشروع'],
        ...['Porteur / صاحب المشروع', 'Coût global (MDH) / الكلفة (مليون درهم)'],
        ...['Emplois prévus / مناصب الشغل', "État d'avancement / الوضعية"],
        ...['Date de signature / تاريخ التوقيع', 'Mise en service prévue / التشغيل المرتقب'],
        ...['Superficie (ha) / المساحة', 'Observations / ملاحظات'],
      ],
      ...rows,
    ]),
  };
}
