import { csvOf } from '../../import-context.ts';
import {
  choose,
  createRandom,
  hasSigned,
  isoDay,
  pad,
  times,
  type AgencyRegister,
  type TrueProject,
} from '../agency.ts';

const stages = [
  ['ENQUIRY', 'lead'],
  ['UNDER_NEGOTIATION', 'negotiation'],
  ['AGREEMENT_SIGNED', 'signed'],
  ['UNDER_CONSTRUCTION', 'construction'],
  ['OPERATIONAL', 'operation'],
  ['ON_HOLD', 'on_hold'],
] as const;

/** A portal: keys of a database, words in capitals, a currency column, null, and times of day. */
export function portal(): AgencyRegister {
  const random = createRandom(43);
  const rows: string[][] = [];
  const projects: TrueProject[] = times(400, (at) => {
    const currency = choose(['USD', 'EUR', 'AED'], random);
    const amount = 100_000 + random(900_000_000);
    const [word, stage] = choose(stages, random);
    const hasDay = random(5) > 0;
    const day = isoDay(2027 + random(4), 1 + random(12), 1 + random(28));
    const signing = isoDay(2022 + random(4), 1 + random(12), 1 + random(28));
    const jobs = 1 + random(1200);
    const name = `Khalifa Plant ${at + 1}`;
    const code = `PRJ-${pad(at + 1, 6)}`;
    rows.push([
      ...[`${9000 + at}`, code, name, 'Gulf Holdings', currency, `${amount}.00`, word],
      ...[hasSigned(stage) ? `${signing}T08:30:00Z` : 'null', hasDay ? day : 'null', `${jobs}`],
      ...['2026-10-31T23:10:11.123+04:00', random(2) === 0 ? 'true' : 'false'],
    ]);
    return {
      name,
      amount: `${currency} ${amount}`,
      stage,
      jobs,
      days: [
        ...(hasDay ? [`operation plan ${day}`] : []),
        ...(hasSigned(stage) ? [`signed ${signing}`] : []),
      ],
    };
  });
  return {
    projects,
    fileName: 'projects_export.csv',
    file: csvOf([
      [
        ...['id', 'project_code', 'project_name', 'investor_name', 'currency_code', 'capex_amount'],
        ...['lifecycle_status', 'agreement_signed_at', 'expected_operation_date'],
        ...['planned_jobs', 'updated_at', 'is_strategic'],
      ],
      ...rows,
    ]),
  };
}
