import { csvOf } from '../../import-context.ts';
import {
  choose,
  createRandom,
  group,
  times,
  type AgencyRegister,
  type TrueProject,
} from '../agency.ts';

const stages = [
  ['Committed', 'signed'],
  ['Under construction', 'construction'],
  ['Completed', 'operation'],
  ['Proposed', 'lead'],
] as const;

/** A pivot table: the amount of each year in a column of its own, and their sum. */
export function years(): AgencyRegister {
  const random = createRandom(47);
  const rows: string[][] = [];
  let whole = 0;
  const sums = [0, 0, 0, 0, 0];
  const projects: TrueProject[] = times(130, (at) => {
    const ofYears = times(5, () => (random(4) === 0 ? 0 : random(90_000)));
    const sum = ofYears.reduce((total, value) => total + value, 0);
    whole += sum;
    for (const [year, value] of ofYears.entries()) sums[year] = (sums[year] ?? 0) + value;
    const [word, stage] = choose(stages, random);
    const name = `Port Berth ${at + 1}`;
    const write = (value: number): string => (value === 0 ? '-' : group(value, ','));
    rows.push([name, 'Coastal Ports Ltd', word, ...ofYears.map(write), group(sum, ',')]);
    return { name, amount: `AUD ${sum}000`, stage, days: [] };
  });
  return {
    projects,
    file: csvOf([
      ['Capital expenditure by year, A$ thousand, at 31 October 2026'],
      ['Project', 'Proponent', 'Status', '2024', '2025', '2026', '2027', '2028', 'Total'],
      ...rows,
      ['Total', '', '', ...sums.map((value) => group(value, ',')), group(whole, ',')],
    ]),
  };
}
