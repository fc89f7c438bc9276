import { dayIn } from '#domain/time/time-zone.ts';
import { timeZoneOf } from '#domain/zone/zone-days.ts';
import type { HandOver, Owners, OwnedCounts } from '#contract/work/schemas.ts';
import type { IsoDate } from '#domain/values/date.ts';
import {
  countOwned,
  handOverTargets,
  listOwnedSteps,
  listTargetOwners,
} from '#domain/work/owned.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import type { Trx } from '#server/db/db.ts';
import { startRevision } from '#server/db/revision-log.ts';
import { batches } from '#server/db/versions.ts';
import { timelines } from '#server/projects/history/history-store.ts';
import { putProjects } from '#server/projects/history/put-project-store.ts';
import { findIssue, putIssue } from '#server/projects/issues/store.ts';
import { addNote, listNotes } from '#server/targets/note-store.ts';
import { writeZone } from '#server/zone/store.ts';
import { listDecisions, putDecision } from './decision-store.ts';
import { countRequestsByOwner, handOverRequests } from './request-owner-store.ts';
import {
  codesOfOwner,
  countProjectsByOwner,
  listProjectUnits,
  ownedIssues,
} from './owner-store.ts';
import { requireDisplayedZone } from '#server/zone/displayed-zone-service.ts';

const codesAtOnce = 200;
const mostDecisions = 100_000;

/**
 * Lists everyone who owns a project, target, indicator, next step or open issue, and the units in
 * charge.
 * @throws HttpProblem if there is no zone
 */
export async function listOwners({ db, clock }: Pick<AppDeps, 'db' | 'clock'>): Promise<Owners> {
  const profile = await requireDisplayedZone(db);
  const { origin } = profile;
  const [projects, issues, projectUnits, decisions, requests, notes] = await Promise.all([
    countProjectsByOwner(db, origin),
    ownedIssues(db, origin),
    listProjectUnits(db, origin),
    listDecisions(db, { origin, isOpen: true, limit: mostDecisions }),
    countRequestsByOwner(db, clock().toISOString()),
    listNotes(db, { origin }),
  ]);
  const stepsOf = Map.groupBy(listOwnedSteps(notes), ({ owner = '' }) => owner);
  const projectsOf = new Map(projects.map(({ owner, count }) => [owner, count]));
  const issuesOf = Map.groupBy(issues, ({ owner }) => owner);
  const decisionsOf = Map.groupBy(
    decisions.filter(({ owner }) => owner !== undefined),
    ({ owner = '' }) => owner,
  );
  const names = new Set([
    ...projectsOf.keys(),
    ...listTargetOwners(profile),
    ...issuesOf.keys(),
    ...decisionsOf.keys(),
    ...stepsOf.keys(),
    ...requests.keys(),
  ]);
  const targetUnits = [...profile.targets, ...profile.indicators].flatMap(
    ({ unit_in_charge }) => unit_in_charge ?? [],
  );
  return {
    owners: [...names]
      .map((name) => ({
        name,
        owned: {
          projects: projectsOf.get(name) ?? 0,
          ...countOwned(profile, name),
          next_steps: stepsOf.get(name)?.length ?? 0,
          issues: issuesOf.get(name)?.length ?? 0,
          decisions: decisionsOf.get(name)?.length ?? 0,
          requests: requests.get(name) ?? 0,
        },
      }))
      .toSorted((a, b) => b.owned.projects - a.owned.projects || (a.name < b.name ? -1 : 1)),
    units: [...new Set([...projectUnits, ...targetUnits])].toSorted(),
  };
}

/**
 * Gives projects to another owner: each from today on, or from the day of its facts if that is
 * later.
 */
async function handOverProjects(
  trx: Trx,
  revision: number,
  codes: readonly string[],
  { to, day }: { readonly to: string; readonly day: IsoDate },
): Promise<void> {
  for (const batch of batches(codes, codesAtOnce)) {
    const knownProjects = await timelines(trx, 'own', batch);
    const records = [...knownProjects].flatMap(([code, { timeline, events }]) => {
      const version = timeline.at(-1);
      if (version === undefined) return [];
      const facts = { ...version.facts, owner: to };
      const from = version.facts_from > day ? version.facts_from : day;
      return [{ from, record: { code, origin: 'own' as const, facts, ...events } }];
    });
    for (const [as_of, group] of Map.groupBy(records, ({ from }) => from))
      await putProjects(
        trx,
        revision,
        group.map(({ record }) => record),
        { as_of },
      );
  }
}

async function handOverIssues(
  trx: Trx,
  revision: number,
  issues: Awaited<ReturnType<typeof ownedIssues>>,
  to: string,
): Promise<void> {
  for (const { code, id } of issues) {
    const project = { origin: 'own' as const, code };
    const issue = await findIssue(trx, { ...project, id });
    if (issue === undefined) continue;
    const { id: _id, revision: _revision, ...content } = issue;
    await putIssue(trx, revision, project, id, { ...content, owner: to });
  }
}

/**
 * Gives the projects, targets, indicators, next steps, requests, open issues and open decisions of a
 * person to another, as one revision. Closed issues and decisions, and earlier notes, keep their
 * owner.
 * @throws HttpProblem for example data or without a zone
 */
export async function handOver(
  { db, clock }: Pick<AppDeps, 'db' | 'clock'>,
  { from, to, reason = '' }: HandOver,
  author: string,
): Promise<{ readonly revision: number | null; readonly handed: OwnedCounts }> {
  return db.write(async (trx) => {
    const profile = await requireDisplayedZone(trx);
    const { origin } = profile;
    if (origin !== 'own')
      throw problem('conflict', 'Example data is read-only. Start your own register first.');
    const open = await listDecisions(trx, { origin, isOpen: true, limit: mostDecisions });
    const decisions = open.filter(({ owner }) => owner === from);
    const [codes, issues, notes] = [
      await codesOfOwner(trx, origin, from),
      await ownedIssues(trx, origin, from),
      await listNotes(trx, { origin }),
    ];
    const steps = listOwnedSteps(notes).filter(({ owner }) => owner === from);
    const now = clock();
    const at = now.toISOString();
    const day = dayIn(now, timeZoneOf(profile));
    const counts: OwnedCounts = {
      projects: codes.length,
      ...countOwned(profile, from),
      next_steps: steps.length,
      issues: issues.length,
      decisions: decisions.length,
      requests: (await countRequestsByOwner(trx, at)).get(from) ?? 0,
    };
    if (Object.values(counts).every((count) => count === 0))
      return { revision: null, handed: counts };
    const revision = await startRevision(trx, {
      author,
      kind: 'hand_over',
      reason: [`${from} → ${to}`, reason.trim()].filter((part) => part !== '').join(' · '),
      origin,
      as_of: day,
      recorded_at: at,
    });
    await handOverRequests(trx, revision, { from, to, at });
    await handOverProjects(trx, revision, codes, { to, day });
    await handOverIssues(trx, revision, issues, to);
    for (const { id, subject, subject_id, revision: _revision, ...content } of decisions)
      await putDecision(
        trx,
        revision,
        { origin, id, subject, subject_id },
        { ...content, owner: to },
      );
    for (const note of steps) await addNote(trx, revision, { ...note, origin, owner: to });
    await writeZone(trx, revision, handOverTargets(profile, from, to));
    return { revision, handed: counts };
  });
}
