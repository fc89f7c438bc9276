import { csvOf } from '../../import-context.ts';
import {
  choose,
  createRandom,
  hasSigned,
  isoDay,
  listDays,
  pad,
  times,
  type AgencyRegister,
  type TrueProject,
} from '../agency.ts';

const inArabic = (text: string): string =>
  text.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)));
const stages = [
  ['تحت الإنشاء / Under construction', 'construction'],
  ['تشغيل / Operational', 'operation'],
  ['تم توقيع العقد / Contract signed', 'signed'],
  ['تفاوض / Negotiation', 'negotiation'],
  ['متوقف / On hold', 'on_hold'],
] as const;

/** Egypt: headings and stages in Arabic and English, millions of pounds, Arabic digits in half. */
export function egypt(): AgencyRegister {
  const random = createRandom(11);
  const rows: string[][] = [];
  const projects: TrueProject[] = times(220, (at) => {
    const tenths = 5 + random(90_000);
    const [word, stage] = choose(stages, random);
    const [year, month, day] = [2027 + random(4), 1 + random(12), 1 + random(28)];
    const signing = [2022 + random(4), 1 + random(12), 1 + random(28)] as const;
    const jobs = 10 + random(3000);
    const write = at % 2 === 0 ? inArabic : (text: string) => text;
    const amount = `${Math.floor(tenths / 10)}.${tenths % 10}`;
    const name = `مصنع القنطرة ${at + 1} / Qantara Plant ${at + 1}`;
    rows.push([
      ...[write(`${at + 1}`), `SCZ-${pad(at + 1, 4)}`, name, 'شركة النيل / Nile Co.'],
      ...[at % 2 === 0 ? write(amount).replace('.', '٫') : amount, word],
      ...[hasSigned(stage) ? write(`${pad(signing[2])}/${pad(signing[1])}/${signing[0]}`) : ''],
      ...[write(`${pad(day)}/${pad(month)}/${year}`), write(String(jobs))],
    ]);
    return {
      name,
      code: `SCZ-${pad(at + 1, 4)}`,
      amount: `EGP ${tenths}00000`,
      stage,
      jobs,
      days: listDays(stage, isoDay(year, month, day), isoDay(...signing)),
    };
  });
  return {
    projects,
    file: csvOf([
      ['المنطقة الاقتصادية لقناة السويس / Suez Canal Economic Zone'],
      ['موقف المشروعات حتى ٣١/١٠/٢٠٢٦'],
      [
        ...['م / No.', 'كود المشروع / Project Code', 'اسم المشروع / Project Name'],
        ...['المستثمر / Investor', 'التكلفة الاستثمارية (مليون جنيه) / Investment Cost (EGP mn)'],
        ...['الموقف التنفيذي / Status', 'تاريخ التعاقد / Contract Date'],
        ...['تاريخ التشغيل المتوقع / Expected Operation', 'فرص العمل / Jobs'],
      ],
      ...rows,
    ]),
  };
}
