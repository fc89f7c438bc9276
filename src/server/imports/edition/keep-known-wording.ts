import {
  measures,
  type Amount,
  type ProjectFacts,
  type StatusEvent,
} from '#domain/projects/project.ts';
import type { EditionStatement } from '#domain/projects/edition-statement.ts';
import { isNeutralName } from '#domain/labels/projects/project-name.ts';

/**
 * Whether two amounts say the same, however they are written; a blank says nothing against a reason
 * that is known for a missing one.
 */
function saysTheSame(known: Amount, amount: Amount | undefined): boolean {
  if (known.money !== undefined || amount?.money !== undefined) {
    const [a, b] = [known.money, amount?.money];
    return (
      a !== undefined &&
      a.minor === b?.minor &&
      a.currency === b.currency &&
      known.qualifier === amount?.qualifier
    );
  }
  if (amount === undefined) return true;
  return (
    amount.text === undefined &&
    (amount.missing === known.missing || amount.missing === 'not_reported')
  );
}

/**
 * The facts of a row, in the words known of the project wherever they say the same, so that only
 * what is another value counts as
 * changed: `1.000` for `1`, the neutral name of a project without one, a blank for an amount that
 * is not disclosed.
 */
export function inKnownWords(
  code: string,
  known: ProjectFacts | undefined,
  facts: ProjectFacts,
): ProjectFacts {
  if (known === undefined) return facts;
  const same = measures.flatMap((measure) => {
    const amount = known.amounts[measure];
    return amount !== undefined && saysTheSame(amount, facts.amounts[measure])
      ? [[measure, amount] as const]
      : [];
  });
  const name = known.name === code && isNeutralName(facts.name, code) ? code : facts.name;
  return { ...facts, name, amounts: { ...facts.amounts, ...Object.fromEntries(same) } };
}

type Said = Omit<EditionStatement, 'revision'>;
/**
 * What an edition says, without the day of a status that is known to have begun by that day: an
 * export writes it as the day itself.
 */
export function withoutKnownLimit(said: Said, known: readonly StatusEvent[]): Said {
  const { status_date, ...rest } = said;
  const isLimit = known.some(
    ({ status, date, by }) =>
      by === true && status === said.status && date !== undefined && date === status_date,
  );
  return isLimit ? rest : said;
}
