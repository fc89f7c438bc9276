import { problem } from '#server/core/problem.ts';
import type { Trx } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';

/** Reads the values of closed months that a revision wrote or ended. */
const readTouched = (trx: Trx, revision: number) =>
  trx
    .selectFrom('observation as o')
    .innerJoin('period_close as c', (join) =>
      join.onRef('c.origin', '=', 'o.origin').onRef('c.period', '=', 'o.period'),
    )
    .select(['o.indicator', 'o.period', 'o.value', 'o.revision_from'])
    .where('c.revision_to', '=', open)
    .where('c.revision_from', '<', revision)
    .where((eb) =>
      eb.or([eb('o.revision_from', '=', revision), eb('o.revision_to', '=', revision)]),
    )
    .execute();

/**
 * Requires a reason if a revision changes a value of a closed month. Every change of values calls
 * it in its transaction, after the last value.
 * @throws HttpProblem `month_closed`
 */
export async function requireReasonForClosedMonths(
  trx: Trx,
  revision: number,
  reason: string | undefined,
): Promise<void> {
  if (reason !== undefined && reason.trim() !== '') return;
  const changedRows = await readTouched(trx, revision);
  const changes = [
    ...Map.groupBy(changedRows, ({ indicator, period }) => `${indicator} ${period}`),
  ].flatMap(([key, rows]) => {
    const now = rows.find(({ revision_from }) => revision_from === revision)?.value ?? null;
    const before = rows.find(({ revision_from }) => revision_from !== revision)?.value ?? null;
    return now === before ? [] : [{ key, period: rows[0]?.period ?? '' }];
  });
  const [first] = changes;
  if (first === undefined) return;
  throw problem(
    'month_closed',
    `Nothing was stored. ${first.period} is closed: say in reason why its value changes.`,
    {
      errors: changes.slice(0, 50).map(({ key }) => ({
        path: 'reason',
        value: key,
        message: 'must say why a value of a closed month changes',
      })),
    },
  );
}
