import { csvOf } from '../../import-context.ts';
import {
  choose,
  createRandom,
  group,
  hasSigned,
  isoDay,
  listDays,
  monthEnd,
  times,
  type AgencyRegister,
  type TrueProject,
} from '../agency.ts';

const stages = [
  ['操業中', 'operation'],
  ['建設中', 'construction'],
  ['立地協定締結', 'signed'],
  ['協議中', 'negotiation'],
  ['撤退', 'closed'],
] as const;

/** Japan: companies of a prefecture with years of eras, millions of yen, ▲ and 約. */
export function japan(): AgencyRegister {
  const random = createRandom(19);
  const rows: string[][] = [];
  const projects: TrueProject[] = times(160, (at) => {
    const millions = 120 + random(90_000);
    const [word, stage] = choose(stages, random);
    const signing = [2020 + random(6), 1 + random(12), 1 + random(28)] as const;
    const [year, month] = [9 + random(4), 1 + random(12)];
    const jobs = 5 + random(400);
    const before = random(2) === 0 ? '▲' : '';
    const signingText =
      at % 2 === 0
        ? `令和${signing[0] - 2018}年${signing[1]}月${signing[2]}日`
        : `R${signing[0] - 2018}.${signing[1]}.${signing[2]}`;
    const name = `${['花巻', '北上', '奥州', '一関'][at % 4]}第${at + 1}工場`;
    rows.push([
      ...[`${at + 1}`, name, '東北精密株式会社', '電子部品', group(millions, ',')],
      ...[`${before}${random(30) + 1}.${random(10)}`, word, hasSigned(stage) ? signingText : ''],
      ...[`令和${year}年${month}月`, at % 3 === 0 ? `約${jobs}名` : `${jobs}`],
    ]);
    return {
      name,
      amount: `JPY ${millions}000000`,
      stage,
      jobs,
      days: listDays(stage, monthEnd(2018 + year, month), isoDay(...signing)),
    };
  });
  return {
    projects,
    file: csvOf([
      ['県内企業立地一覧（令和8年10月末現在）'],
      ['', '', '', '', '', '', '', '', '', '（単位：百万円、人）'],
      [
        ...['No.', '工場名', '企業名', '業種', '投資額', '前年比増減（％）', '状況', '協定締結日'],
        ...['操業開始予定', '雇用予定人数'],
      ],
      ...rows,
    ]),
  };
}
