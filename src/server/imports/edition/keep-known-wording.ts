import { compact } from '#domain/values/compact.ts';
import {
  measures,
  type Amount,
  type ProjectFacts,
  type StatusEvent,
} from '#domain/projects/project.ts';
import type { EditionStatement } from '#domain/projects/history/edition-statement.ts';
import type { Names } from '#domain/values/language.ts';
import { isNeutralName } from '#domain/labels/projects/project-name.ts';

/**
 * Whether two amounts are equal, however they are written. A blank doesn't contradict a known
 * reason for a missing amount.
 */
function isSameAmount(knownAmount: Amount, amount: Amount | undefined): boolean {
  if (knownAmount.money !== undefined || amount?.money !== undefined) {
    const [a, b] = [knownAmount.money, amount?.money];
    return (
      a !== undefined &&
      a.minor === b?.minor &&
      a.currency === b.currency &&
      knownAmount.qualifier === amount?.qualifier
    );
  }
  if (amount === undefined) return true;
  return (
    amount.text === undefined &&
    (amount.missing === knownAmount.missing || amount.missing === 'not_reported')
  );
}

const isTranslation = (names: Names | undefined, text: string): boolean =>
  Object.values(names ?? {}).includes(text);
/** Whether a text is a name that our files show for a known project in some language. */
const isKnownName = (code: string, { name, names }: ProjectFacts, text: string): boolean =>
  isTranslation(names, text) || (name === code && isNeutralName(text, code));

/**
 * Replaces facts of a row by the known facts of the project if both mean the same, so that only
 * different values count as changes. Examples are `1.000` for `1`, the neutral name of an unnamed
 * project, a known translation of a name, and a blank for an undisclosed amount.
 */
export function keepKnownWording(
  code: string,
  knownFacts: ProjectFacts | undefined,
  facts: ProjectFacts,
): ProjectFacts {
  if (knownFacts === undefined) return facts;
  const same = measures.flatMap((measure) => {
    const amount = knownFacts.amounts[measure];
    return amount !== undefined && isSameAmount(amount, facts.amounts[measure])
      ? [[measure, amount] as const]
      : [];
  });
  const name = isKnownName(code, knownFacts, facts.name) ? knownFacts.name : facts.name;
  const { investor = '' } = facts;
  return {
    ...facts,
    name,
    ...compact({
      investor:
        knownFacts.investor !== undefined && isTranslation(knownFacts.investor_names, investor)
          ? knownFacts.investor
          : undefined,
    }),
    amounts: { ...facts.amounts, ...Object.fromEntries(same) },
  };
}

type NewEditionStatement = Omit<EditionStatement, 'revision'>;
/**
 * Drops the day of a status from an edition's statement if the register already has a start by that
 * day, since an export writes that day as the start.
 */
export function dropKnownLimit(
  statement: NewEditionStatement,
  statusEvents: readonly StatusEvent[],
): NewEditionStatement {
  const { status_date, ...rest } = statement;
  const isLimit = statusEvents.some(
    ({ status, date, by }) =>
      by === true && status === statement.status && date !== undefined && date === status_date,
  );
  return isLimit ? rest : statement;
}
