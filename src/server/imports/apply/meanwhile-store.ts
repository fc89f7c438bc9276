import { isOfRegister } from '#server/db/versions.ts';
import type { Trx } from '#server/db/db.ts';
import { chainedTables } from '#server/db/hash-chain/chained-tables.ts';
import { listChangedCodes, projectTables } from '#server/db/hash-chain/changed-codes.ts';
import { isWithin, type RevisionRange } from '#server/db/hash-chain/revision-range.ts';
import { listTouchedTables } from '#server/db/hash-chain/revision-rows.ts';
import { sql } from 'kysely';
import { currentRevision } from '#server/db/revision-log.ts';
import type { OpenPlan } from '#server/imports/import-plan.ts';

/** Tables on which no plan of a register depends, beside those of single projects. */
const independentTables: ReadonlySet<string> = new Set([
  'observation',
  'cause_note',
  'draft_value',
  'achievement',
  'doubt_dismissal',
  'period_close',
  'exchange_rate',
  'value_evidence',
  'decision',
]);
/** The most changed projects that are compared with those of a plan. */
const mostChanged = 5000;

/** What changed after a plan was made: nothing that it depends on, some of its projects, or more. */
export type Meanwhile =
  | { readonly kind: 'independent' }
  | { readonly kind: 'projects'; readonly codes: readonly string[] }
  | { readonly kind: 'other' };

/** Whether an edition was imported or undone in a range. The plan depends on all editions. */
async function hasEdition(trx: Trx, range: RevisionRange): Promise<boolean> {
  const { rows } = await sql`select 1 from project_statement where kind <> 'entry'
    and ((${isWithin('revision_from', range)}) or (${isWithin('revision_to', range)})) limit 1`.execute(
    trx,
  );
  return rows.length > 0;
}

/** Whether a project was added or removed in a range, which a file without it may end. */
async function hasOtherProjects(
  trx: Trx,
  { from, to }: RevisionRange,
  codes: readonly string[],
): Promise<boolean> {
  const readCodes = (revision: number) =>
    trx
      .selectFrom('project_history')
      .select('code')
      .where(isOfRegister('own', codes))
      .where('revision_from', '<=', revision)
      .where('revision_to', '>', revision)
      .execute();
  const [before, after] = [await readCodes(from - 1), await readCodes(to)];
  const afterCodes = new Set(after.map(({ code }) => code));
  return before.length !== after.length || before.some(({ code }) => !afterCodes.has(code));
}

/**
 * Finds what changed between the revision of a plan and now. A plan of a register for the same zone
 * depends on the projects that it names, on the editions, and on the zone with its settings. Other
 * plans depend on everything.
 */
export async function findMeanwhile(
  trx: Trx,
  { plan, names }: Pick<OpenPlan, 'plan' | 'names'>,
): Promise<Meanwhile> {
  const range = { from: plan.revision + 1, to: await currentRevision(trx) };
  if (range.to === plan.revision) return { kind: 'independent' };
  const isRegister = plan.facts.kind === 'projects' && plan.profile.kind === 'keep';
  if (names === undefined || !isRegister || range.to < range.from) return { kind: 'other' };
  const tables = await listTouchedTables(trx, chainedTables, range);
  const isOther = tables.some(
    ({ name }) => !projectTables.has(name) && !independentTables.has(name),
  );
  if (isOther || (await hasEdition(trx, range))) return { kind: 'other' };
  const changed = await listChangedCodes(trx, tables, range, mostChanged);
  if (changed === undefined || (await hasOtherProjects(trx, range, [...changed])))
    return { kind: 'other' };
  const codes = [...changed].filter(names);
  return codes.length === 0 ? { kind: 'independent' } : { kind: 'projects', codes };
}
