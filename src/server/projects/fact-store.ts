import { type RawBuilder, sql } from 'kysely';

/**
 * Selects a fact of the table `f` by its path.
 * @returns the fact as text, or null where a project does not state it
 */
export const selectFact = (...path: readonly string[]): RawBuilder<string | null> => {
  const steps = path.slice(0, -1).map((step) => sql` -> ${sql.lit(step)}`);
  return sql`(f.facts_json${sql.join(steps, sql``)} ->> ${sql.lit(path.at(-1) ?? '')})`;
};
