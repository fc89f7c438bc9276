import { compact } from '#domain/values/compact.ts';
import type { BlockValue, ValueBlock } from '#contract/targets/periods.ts';
import type { ProblemDetail } from '#contract/core/problem.ts';
import type { MissingReason } from '#domain/values/data-status.ts';
import type { Observation } from '#domain/zone/indicator.ts';
import { openPoints, type OpenPoint } from '#domain/targets/period-close.ts';
import { monthEnd } from '#domain/values/date.ts';
import { doubtOf, valueFault } from '#domain/targets/value-doubts.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { Source } from '#server/db/db.ts';
import { problem } from '#server/core/problem.ts';
import { listObservations, putObservations } from '#server/targets/observation-store.ts';
import { ownZone } from '#server/zone/own-zone-service.ts';
import { closePeriod, listClosedPeriods, reopenPeriod } from '#server/zone/period-close-store.ts';
import { registerView } from '#server/overview/register-view-store.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { missingReason, newestMonth } from '#server/targets/entry-reason.ts';
import { shownZone, today } from '#server/overview/service.ts';
import { route, type Host } from '#server/http/route.ts';
import { doubtWords } from '#server/targets/check-value.ts';

/** What is wrong with each value of a block, and which are asked about; the others of the block count as known. */
function doubtsOf(
  profile: ZoneProfile,
  { values }: ValueBlock,
  stored: readonly Observation[],
  newest: string,
) {
  const faults: ProblemDetail[] = [];
  const jumps: ProblemDetail[] = [];
  const known = (of: BlockValue): Observation[] => {
    const given = values.filter((v) => v.indicator === of.indicator && v.period !== of.period);
    return [
      ...stored.filter(
        (o) => o.indicator === of.indicator && !given.some((v) => v.period === o.period),
      ),
      ...given.flatMap(({ value, ...v }): Observation[] =>
        value === null
          ? []
          : [
              {
                indicator: v.indicator,
                period: v.period,
                value,
                data_status: 'reported',
                origin: 'own',
                revision: 0,
              },
            ],
      ),
    ].sort((a, b) => (a.period < b.period ? -1 : 1));
  };
  for (const [at, cell] of values.entries()) {
    const path = `values.${at}`;
    const indicator = profile.indicators.find(({ id }) => id === cell.indicator);
    const shown = { path, ...compact({ value: cell.value === null ? undefined : cell.value }) };
    if (indicator === undefined)
      faults.push({ ...shown, message: `there is no indicator ${cell.indicator}` });
    else if (cell.period > newest)
      faults.push({ ...shown, message: `${cell.period} has not begun` });
    else if (cell.value !== null) {
      const fault = valueFault(indicator, cell.value);
      if (fault !== undefined) faults.push({ ...shown, message: fault });
      const doubt =
        cell.confirm === true
          ? undefined
          : doubtOf(indicator, cell.period, cell.value, known(cell));
      if (doubt !== undefined) jumps.push({ ...shown, message: doubtWords(doubt) });
    }
  }
  return { faults, jumps };
}

async function pointsOf(
  source: Source,
  profile: ZoneProfile,
  period: string,
  known?: number,
): Promise<OpenPoint[]> {
  const of = {
    origin: profile.origin,
    as_of: monthEnd(period),
    ...compact({ known }),
  };
  const [observations, register] = await Promise.all([
    listObservations(source, of),
    registerView(source, {
      ...of,
      mapping: profile.stage_mapping,
      currency: profile.base_currency,
    }),
  ]);
  return openPoints(profile, period, observations, register);
}

export function addPeriods(host: Host): void {
  const { deps } = host;
  const own = async () => {
    const shown = await shownZone(deps);
    if (shown.origin !== 'own')
      throw problem(
        'conflict',
        'Only months of your own data can be closed: enter a value or import your register first.',
      );
    return shown;
  };
  const note = (kind: string, reason: string, author: string | undefined) => {
    const recorded_at = deps.clock().toISOString();
    return { author: author ?? 'local', kind, reason, origin: 'own', recorded_at } as const;
  };

  route(host, 'addObservations', async ({ body, author }) => {
    await shownZone(deps);
    const months = [...new Set(body.values.map(({ period }) => period))].sort();
    const reason =
      body.reason?.trim() ||
      [months[0], months.at(-1)].filter((month, at) => at === 0 || month !== months[0]).join(' – ');
    const { revision, result } = await writeRevision(
      deps.db,
      note('observation', reason, author),
      async (trx, made) => {
        const profile = await ownZone(trx, made);
        if (profile === undefined)
          throw problem(
            'not_found',
            'There is no zone yet: import a register, or choose a sample.',
          );
        const { faults, jumps } = doubtsOf(
          profile,
          body,
          await listObservations(trx, { origin: 'own' }),
          newestMonth(deps.clock),
        );
        if (faults.length > 0)
          throw problem(
            'bad_request',
            'Nothing was stored. Correct the values that are named and send all again.',
            {
              status: 422,
              errors: faults,
            },
          );
        if (jumps.length > 0)
          throw problem(
            'jump_needs_confirmation',
            'Nothing was stored. Check the unit, or send these values again with confirm: true.',
            {
              errors: jumps,
            },
          );
        return putObservations(
          trx,
          made,
          body.values.map(({ indicator: id, period, value, missing }) => {
            const indicator = profile.indicators.find((one) => one.id === id);
            const why =
              indicator === undefined
                ? 'not_reported'
                : missingReason(indicator, period, missing as MissingReason | undefined);
            return {
              origin: 'own',
              indicator: id,
              period,
              ...(value === null ? { missing: why } : { value }),
              data_status: 'reported',
            } as const;
          }),
        );
      },
    );
    return { json: { revision, changed: result } };
  });

  route(
    host,
    'listPeriods',
    async ({ query }) => {
      const { origin, known } = await shownZone(deps, query.known_at);
      return { json: { items: await listClosedPeriods(deps.db, origin, known) } };
    },
    { kept: true },
  );
  route(
    host,
    'period',
    async ({ params, query }) => {
      const { origin, known, profile } = await shownZone(deps, query.known_at);
      const period = params['month'] ?? '';
      const closed = (await listClosedPeriods(deps.db, origin, known)).find(
        (one) => one.period === period,
      );
      const points = closed?.points ?? (await pointsOf(deps.db, profile, period, known));
      return { json: { period, points, ...compact({ closed }) } };
    },
    { kept: true },
  );
  route(host, 'closePeriod', async ({ params, body, author }) => {
    const { profile } = await own();
    const period = params['month'] ?? '';
    if (monthEnd(period) >= today(deps))
      throw problem(
        'bad_request',
        `${period} has not ended yet: close it once its last day is over.`,
      );
    const by = note('close_month', period, author);
    const { result } = await writeRevision(deps.db, by, async (trx, made) => {
      const text = body.note?.trim();
      const points = await pointsOf(trx, profile, period);
      const closing = {
        origin: 'own',
        period,
        closed_at: by.recorded_at,
        closed_by: by.author,
        points,
      } as const;
      if (
        !(await closePeriod(trx, made, {
          ...closing,
          ...compact({ note: text ? text : undefined }),
        }))
      )
        throw problem('conflict', `${period} is closed already.`);
      const closed = (await listClosedPeriods(trx, 'own')).find((one) => one.period === period);
      if (closed === undefined) throw new Error('a closed month is not there');
      return closed;
    });
    return { json: result };
  });
  route(host, 'reopenPeriod', async ({ params, body, author }) => {
    await own();
    const period = params['month'] ?? '';
    const by = note('reopen_month', `${period}: ${body.reason.trim()}`, author);
    const { revision } = await writeRevision(deps.db, by, async (trx, made) => {
      if (!(await reopenPeriod(trx, made, 'own', period)))
        throw problem('conflict', `${period} is not closed.`);
    });
    return { json: { revision } };
  });
}
