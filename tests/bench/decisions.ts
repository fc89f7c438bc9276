import { decide, fewDecisions, type Decisions } from '../import/registers/decisions.ts';
import { registers } from '../import/registers/registers.ts';
import { table } from './figures.ts';

const verdictOf = ({ isRight, isSilentlyWrong, count }: Decisions): string => {
  if (isSilentlyWrong) return 'wrong, silent';
  if (!isRight) return 'wrong, asked';
  return count === 1 ? 'right' : 'right, asked';
};

/** Prints how many decisions each test register needs until its import is right. */
export async function benchDecisions(): Promise<void> {
  const results = [];
  for (const register of registers) results.push({ register, decisions: await decide(register) });
  table([
    ['register', 'language', 'rows', 'decisions', 'result'],
    ...results.map(({ register: { name, language }, decisions }) => [
      name.slice(0, 70),
      language,
      decisions.rows,
      decisions.count,
      verdictOf(decisions),
    ]),
  ]);
  const few = results.filter(
    ({ decisions: { isRight, count } }) => isRight && count <= fewDecisions,
  ).length;
  const silent = results.filter(({ decisions: { isSilentlyWrong } }) => isSilentlyWrong).length;
  console.log(
    `  right with at most ${fewDecisions} decisions: ${few} of ${results.length}; wrong and silent: ${silent}`,
  );
}
