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
  ['Minat (LoI)', 'negotiation'],
  ['Perjanjian ditandatangani', 'signed'],
  ['Izin terbit', 'registered'],
  ['Persiapan konstruksi', 'registered'],
  ['Dalam konstruksi', 'construction'],
  ['Beroperasi komersial', 'operation'],
  ['Ditunda', 'on_hold'],
  ['Batal', 'withdrawn'],
] as const;
const months =
  'Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember'.split(
    ' ',
  );

/** Writes tenths of a milliard of rupiah, in some cells with their unit. */
function writeAmount(tenths: number, at: number): string {
  const plain = `${group(Math.floor(tenths / 10), '.')},${tenths % 10}`;
  if (at % 9 === 4) return `Rp ${plain} miliar`;
  return at % 9 === 8 ? `${Math.floor(tenths / 10_000)},${pad(tenths % 10_000, 4)} triliun` : plain;
}

/** Indonesia: milliards of rupiah below Rp Miliar, planned and realised amounts and people. */
export function indonesia(): AgencyRegister {
  const random = createRandom(79);
  const rows: string[][] = [];
  const projects: TrueProject[] = times(130, (at) => {
    const tenths = 12 + random(120_000);
    const [word, stage] = choose(stages, random);
    const signing = [2022 + random(4), random(12), 1 + random(28)] as const;
    const [year, quarter] = [2027 + random(3), 1 + random(4)];
    const jobs = 20 + random(4000);
    const ha = 1 + random(250);
    const name = `Smelter Nikel Tahap ${at + 1}`;
    rows.push([
      ...[`${at + 1}`, name, `PT Bumi Mineral ${at + 1}`, 'Hilirisasi mineral', 'Tiongkok'],
      ...[writeAmount(tenths, at), `${group(Math.floor(tenths / 40), '.')},${tenths % 4}`],
      ...[group(jobs, '.'), String(Math.floor(jobs / 3)), `${ha}`, word],
      ...[hasSigned(stage) ? `${signing[2]} ${months[signing[1]]} ${signing[0]}` : ''],
      ...[`Triwulan ${['I', 'II', 'III', 'IV'][quarter - 1]} ${year}`],
    ]);
    return {
      name,
      amount: `IDR ${tenths}00000000`,
      stage,
      jobs,
      land: ha * 15,
      days: listDays(
        stage,
        monthEnd(year, 3 * quarter),
        isoDay(signing[0], signing[1] + 1, signing[2]),
      ),
    };
  });
  return {
    projects,
    file: csvOf([
      ['Laporan Perkembangan Investasi KEK Galang Batang'],
      ['Posisi per 31 Oktober 2026'],
      [
        ...['No.', 'Nama Proyek', 'Pelaku Usaha', 'Bidang Usaha', 'Negara Asal'],
        ...['Rencana Investasi (Rp Miliar)', 'Realisasi Investasi (Rp Miliar)'],
        ...['Rencana Tenaga Kerja (orang)', 'Realisasi Tenaga Kerja (orang)', 'Luas Lahan (ha)'],
        ...['Status', 'Tanggal Perjanjian', 'Target Operasi'],
      ],
      ...rows,
    ]),
  };
}
