import { sql } from 'kysely';
import type { Trx } from '#server/db/db.ts';
import { searchText } from './search-text.ts';

const rowsAtOnce = 500;
interface Versioned {
  readonly origin: string;
  readonly code: string;
  readonly revision_from: number;
  readonly valid_from: string;
}
interface Folded extends Versioned {
  readonly name: string;
  readonly search_fold: string;
  readonly investor: string | null;
  readonly facts_json: { readonly company?: string };
}

/** Makes what projects are found by anew, after the way of folding has changed. It is left out of the hash chain, being made from the rest. */
export async function refoldProjects(trx: Trx): Promise<void> {
  let last: Versioned = { origin: '', code: '', revision_from: 0, valid_from: '' };
  for (;;) {
    const { rows } =
      await sql<Folded>`select v.origin, v.code, v.revision_from, v.valid_from, v.name, v.search_fold, v.investor, f.facts_json
      from project_version as v join project_facts as f
        on f.origin = v.origin and f.code = v.code and f.revision = v.facts_revision and f.facts_from = v.facts_from
      where (v.origin, v.code, v.revision_from, v.valid_from) > (${last.origin}, ${last.code}, ${last.revision_from}, ${last.valid_from})
      order by v.origin, v.code, v.revision_from, v.valid_from limit ${sql.lit(rowsAtOnce)}`.execute(trx);
    const changed = rows.flatMap((row) => {
      const fold = searchText([row.code, row.name, row.investor ?? undefined, row.facts_json.company]);
      return fold === row.search_fold ? [] : [{ ...row, fold }];
    });
    if (changed.length > 0) {
      const values = changed.map((r) => sql`(${r.origin}, ${r.code}, cast(${r.revision_from} as bigint), ${r.valid_from}, ${r.fold})`);
      await sql`with made (origin, code, revision_from, valid_from, fold) as (values ${sql.join(values)})
        update project_version set search_fold = made.fold from made
        where project_version.origin = made.origin and project_version.code = made.code
          and project_version.revision_from = made.revision_from and project_version.valid_from = made.valid_from`.execute(trx);
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < rowsAtOnce) return;
    last = end;
  }
}
