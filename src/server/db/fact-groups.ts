import { type RawBuilder, sql } from 'kysely';
import { agreementTypes } from '#domain/projects/project.ts';

/** Kinds of agreement that a contract may follow. */
export const earlierAgreementTypes = agreementTypes.filter((kind) => kind !== 'contract');

const column = (table: string, name: string): RawBuilder<unknown> => sql.ref(`${table}.${name}`);

/** Makes the tables and conditions for the facts `g` of a version row. */
const factsOf = (table: string): RawBuilder<unknown> =>
  sql`project_facts as g where g.origin = ${column(table, 'origin')} and g.code = ${column(table, 'code')}
    and g.revision = ${column(table, 'facts_revision')} and g.facts_from = ${column(table, 'facts_from')}`;

/** Selects the channel of the project of a version row, '' if none is stated. */
export const selectChannel = (table: string): RawBuilder<string> =>
  sql`(select coalesce(trim(g.facts_json ->> 'source_channel'), '') from ${factsOf(table)})`;

/** Selects the text of a column from facts, '' where the project states none. */
export const selectColumnText = (facts: string, heading: string): RawBuilder<string> =>
  sql`coalesce(trim(${sql.ref(`${facts}.facts_json`)} -> 'extra' ->> ${heading}), '')`;

/** Selects the text of a column of the project of a version row, '' where it states none. */
export const selectColumn = (table: string, heading: string): RawBuilder<string> =>
  sql`(select ${selectColumnText('g', heading)} from ${factsOf(table)})`;

/** Selects the kind of agreement before the contract, or null if there was none. */
const selectEarlierAgreement = (table: string, revision: number): RawBuilder<string | null> =>
  sql`(select min(e.facts_json ->> 'agreement_type') from project_version as w
    join project_facts as e on e.origin = w.origin and e.code = w.code
      and e.revision = w.facts_revision and e.facts_from = w.facts_from
    where w.origin = ${column(table, 'origin')} and w.code = ${column(table, 'code')}
      and w.valid_from < ${column(table, 'valid_from')}
      and w.revision_from <= ${revision} and w.revision_to > ${revision}
      and e.facts_json ->> 'agreement_type' in (${sql.join(earlierAgreementTypes)}))`;

/**
 * Selects the group by agreement of a version row, as known at a revision: the kind of agreement, as
 * `framework_contract` for a contract that followed another kind, '' where none is stated.
 */
export const selectAgreement = (table: string, revision: number): RawBuilder<string> =>
  sql`(select case when g.facts_json ->> 'agreement_type' = 'contract'
      then coalesce(${selectEarlierAgreement(table, revision)} || '_contract', 'contract')
      else coalesce(g.facts_json ->> 'agreement_type', '') end from ${factsOf(table)})`;
