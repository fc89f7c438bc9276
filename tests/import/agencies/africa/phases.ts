import { csvOf } from '../../import-context.ts';
import {
  createRandom,
  isoDay,
  pad,
  times,
  type AgencyRegister,
  type TrueProject,
} from '../agency.ts';

/** Phases: several rows of one project with its code, each with the amount of one phase. */
export function phases(): AgencyRegister {
  const random = createRandom(59);
  const rows: string[][] = [];
  const projects: TrueProject[] = times(90, (at) => {
    const count = 1 + random(3);
    const code = `LZ-${pad(at + 1, 3)}`;
    const name = `Lekki Refinery Works ${at + 1}`;
    let sum = 0;
    let jobs = 0;
    // the last phase completes the project
    const days: string[] = [];
    for (const phase of times(count, (n) => n + 1)) {
      const tenths = 3000 + random(400_000);
      const people = 10 + random(300);
      sum += tenths;
      jobs += people;
      const day = isoDay(2026 + phase, 1 + random(12), 1 + random(28));
      days.splice(0, 1, `completion plan ${day}`);
      rows.push([
        ...[code, name, `Phase ${phase}`, 'Lekki Holdings'],
        ...[`${Math.floor(tenths / 10)}.${tenths % 10}`, 'Under construction', day, `${people}`],
      ]);
    }
    return { name, code, amount: `NGN ${sum}00000`, stage: 'construction', jobs, days };
  });
  return {
    projects,
    file: csvOf([
      ['Lekki Free Zone: project phases as at 31 October 2026'],
      [
        ...['Project ID', 'Project Name', 'Phase', 'Investor', "Project Cost (N'm)", 'Status'],
        ...['Expected completion', 'Jobs to be created'],
      ],
      ...rows,
    ]),
  };
}
