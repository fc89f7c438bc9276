import { compact } from '#domain/values/compact.ts';
import { listCurrentTargets } from '#domain/zone/target-period.ts';
import { addRatios } from '#domain/targets/derived/ratio.ts';
import { makeTargetRow } from '#domain/targets/make-target-row.ts';
import { sameWords } from '#domain/values/term.ts';
import { toMonth, type IsoDate } from '#domain/values/date.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { DoubtInput, DoubtRow, DoubtRule, FoundDoubt } from '#domain/doubts/doubt.ts';
import type { DoubtReply } from '#contract/doubts/schemas.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { getReader, type Source } from '#server/db/db.ts';
import { writeRevision } from '#server/db/revision-log.ts';
import { listObservations } from '#server/targets/observation-store.ts';
import { readZoneSnapshot, resolveAsOf } from '#server/zone/zone-snapshot-service.ts';
import { listDismissals, putDismissal, type Dismissal } from './dismissal-store.ts';
import { readRegisterDoubts } from './doubt-project-store.ts';

type Deps = Pick<AppDeps, 'db' | 'clock'>;
const listedSubjects = 20;

/** Compares the facts of the displayed zone on a day by every rule. */
async function findZoneDoubts(
  source: Source,
  profile: ZoneProfile,
  as_of: IsoDate,
  knownRevision?: number,
): Promise<FoundDoubt[]> {
  const of = { origin: profile.origin, as_of, ...compact({ knownRevision }) };
  const observations = await listObservations(source, of);
  return readRegisterDoubts(getReader(source), of, {
    as_of,
    month: toMonth(as_of),
    indicators: profile.indicators,
    observations,
    targets: profile.targets,
    rows: makeRows(profile, as_of, observations),
  });
}

function makeRows(
  profile: ZoneProfile,
  as_of: IsoDate,
  observations: DoubtInput['observations'],
): DoubtInput['rows'] {
  const input = {
    as_of,
    path: profile.checkpoints.length === 0 ? ('straight' as const) : profile.plan_path,
    checkpoints: profile.checkpoints,
    thresholds: profile.thresholds,
    observations: addRatios(profile.indicators, observations),
    notes: [],
    phases: profile.phases,
    sourceTitle: sameWords,
  };
  return listCurrentTargets(profile.targets, profile.phases, as_of).flatMap((target) => {
    const indicator = profile.indicators.find(({ id }) => id === target.indicator);
    return indicator === undefined ? [] : [makeTargetRow(target, indicator, input)];
  });
}

const cutRow = ({ subjects, facts }: DoubtRow): DoubtReply['rows'][number] => ({
  subjects: subjects.slice(0, listedSubjects),
  facts: [...facts],
  ...compact({
    more: subjects.length > listedSubjects ? subjects.length - listedSubjects : undefined,
  }),
});

function toReply(
  { rule, count, rows, fingerprint }: FoundDoubt,
  dismissals: readonly Dismissal[],
): DoubtReply {
  const dismissal = dismissals.find((one) => one.rule === rule && one.fingerprint === fingerprint);
  return {
    rule,
    count,
    rows: rows.map(cutRow),
    fingerprint,
    ...compact({
      dismissed:
        dismissal === undefined
          ? undefined
          : {
              by: dismissal.dismissed_by,
              at: dismissal.dismissed_at,
              reason: dismissal.reason,
            },
    }),
  };
}

/**
 * Lists the doubts of a zone on a day, each with the dismissal of exactly these rows, if there is
 * one.
 */
export async function listDoubts(
  source: Source,
  profile: ZoneProfile,
  as_of: IsoDate,
  knownRevision?: number,
): Promise<DoubtReply[]> {
  const [doubts, dismissals] = await Promise.all([
    findZoneDoubts(source, profile, as_of, knownRevision),
    listDismissals(source, profile.origin, knownRevision),
  ]);
  return doubts.map((doubt) => toReply(doubt, dismissals));
}

/**
 * Reads the doubts for the API, all at one revision.
 * @throws HttpProblem if there was no zone at that moment
 */
export async function readDoubts(
  deps: Deps,
  query: { readonly as_of?: string | undefined; readonly known_at?: string | undefined },
) {
  const snapshot = await readZoneSnapshot(deps, query.known_at);
  const as_of = resolveAsOf(snapshot, query.as_of);
  const { knownRevision, profile } = snapshot;
  return {
    as_of,
    revision: knownRevision,
    items: await listDoubts(deps.db, profile, as_of, knownRevision),
  };
}

interface DismissInput {
  readonly rule: DoubtRule;
  readonly fingerprint: string;
  readonly as_of?: IsoDate | undefined;
  readonly name: string;
  readonly reason: string;
  readonly author: string;
}
/**
 * Checks that a doubt still has the rows that a person saw. It runs before the transaction that
 * stores the dismissal, since rules that compare a million projects would keep other writers
 * waiting. Rows that change in between differ from the fingerprint, so they are in doubt as before.
 * @returns the origin of the doubt
 * @throws HttpProblem `conflict` if the rows differ from those that the person saw
 */
export async function checkDoubt(
  deps: Deps,
  { rule, fingerprint, as_of }: Pick<DismissInput, 'rule' | 'fingerprint' | 'as_of'>,
): Promise<Origin> {
  const snapshot = await readZoneSnapshot(deps);
  const { profile, knownRevision } = snapshot;
  const day = resolveAsOf(snapshot, as_of);
  const doubts = await findZoneDoubts(deps.db, profile, day, knownRevision);
  const now = doubts.find((one) => one.rule === rule);
  if (now === undefined)
    throw problem(
      'not_found',
      'This doubt no longer exists on that day, so there is nothing to dismiss.',
    );
  if (now.fingerprint !== fingerprint)
    throw problem(
      'conflict',
      'The rows of this doubt have changed since you saw them. Look at them again, then dismiss it.',
      { current: { fingerprint: now.fingerprint, count: now.count } },
    );
  return profile.origin;
}

/**
 * Stores the dismissal of a doubt that was checked: the person who says that its rows are right, and
 * the reason.
 */
export async function storeDismissal(
  { db, clock }: Deps,
  origin: Origin,
  { rule, fingerprint, author, name, reason: givenReason }: DismissInput,
) {
  const recorded_at = clock().toISOString();
  const reason = givenReason.trim();
  const note = { author, kind: 'doubt_dismissal', reason, origin, recorded_at };
  const { revision } = await writeRevision(db, note, (trx, newRevision) =>
    putDismissal(trx, newRevision, origin, {
      rule,
      fingerprint,
      dismissed_by: name.trim(),
      dismissed_at: recorded_at,
      reason,
    }),
  );
  return { revision };
}
