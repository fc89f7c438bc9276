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
  ['MOU 체결', 'negotiation'],
  ['입주계약 체결', 'signed'],
  ['착공', 'construction'],
  ['공장 가동', 'operation'],
  ['투자 철회', 'withdrawn'],
] as const;

/** Korea: the state of attracted investment in 억원, short years and people as 명. */
export function korea(): AgencyRegister {
  const random = createRandom(23);
  const rows: string[][] = [];
  const projects: TrueProject[] = times(150, (at) => {
    const hundredMillions = 15 + random(8000);
    const [word, stage] = choose(stages, random);
    const signing = [2021 + random(5), 1 + random(12), 1 + random(28)] as const;
    const [year, month] = [2027 + random(3), 1 + random(12)];
    const jobs = 10 + random(600);
    const name = `새만금 ${at + 1}공장 신설`;
    rows.push([
      ...[`${at + 1}`, '㈜한빛소재', name, '이차전지', group(hundredMillions, ','), `${jobs}명`],
      ...[
        hasSigned(stage) ? `'${signing[0] % 100}. ${signing[1]}. ${signing[2]}.` : '',
        word,
        `${year}.${pad(month)}월`,
      ],
    ]);
    return {
      name,
      amount: `KRW ${hundredMillions}00000000`,
      stage,
      jobs,
      days: listDays(stage, monthEnd(year, month), isoDay(...signing)),
    };
  });
  return {
    projects,
    file: csvOf([
      ['투자유치 현황'],
      ['(’26. 10. 31. 기준, 단위: 억원, 명)'],
      [
        ...['연번', '기업명', '사업명', '업종', '투자금액', '고용인원', '협약체결일', '추진현황'],
        ...['가동예정일'],
      ],
      ...rows,
      [
        '',
        '합계',
        '',
        '',
        group(
          projects.reduce((sum, { amount }) => sum + Number(amount?.slice(4, -8)), 0),
          ',',
        ),
        '',
        '',
        '',
        '',
      ],
    ]),
  };
}
