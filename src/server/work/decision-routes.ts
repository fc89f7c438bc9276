import { readToday } from '#server/zone/zone-day-service.ts';
import type { DecisionConflict, EditedDecision } from '#contract/work/decision-schemas.ts';
import { compact } from '#domain/values/compact.ts';
import {
  changeDecision,
  decisionFaults,
  type Decision,
  type DecisionContent,
  type DecisionFault,
} from '#domain/work/decision.ts';
import { isSameContent } from '#server/core/canonical-json.ts';
import { problem, rejectFaults } from '#server/core/problem.ts';
import type { Source, Trx } from '#server/db/db.ts';
import { readEpoch } from '#server/db/epoch.ts';
import { startRevision } from '#server/db/revision-log.ts';
import { readVersions, requireMatch, versionTag } from '#server/http/etag.ts';
import type { Host } from '#server/http/host.ts';
import { route } from '#server/http/route.ts';
import { projectReason } from '#server/projects/edit-service.ts';
import { readZoneSnapshot, resolveAsOf } from '#server/zone/zone-snapshot-service.ts';
import { readDecisions } from './decision-service.ts';
import { listDecisions, putDecision } from './decision-store.ts';
import { requireOwnSubject } from './own-subject-service.ts';

const faultMessages: Readonly<Record<DecisionFault['rule'], string>> = {
  not_come: 'must not be after today',
  before_decided: 'must not be before decided_on',
};

const makeTag = async (source: Source, { revision }: Decision): Promise<string> =>
  versionTag('i', revision, await readEpoch(source));

/**
 * Finds a decision, and checks that its editor saw the current version.
 *
 * @throws HttpProblem if there is none, or if it has changed
 */
async function requireSeenDecision(trx: Trx, id: string, request: Request): Promise<Decision> {
  const [now] = await listDecisions(trx, { origin: 'own', id });
  if (now === undefined) throw problem('not_found', 'There is no decision with this id.');
  const versions = readVersions(request.headers.get('if-match'), 'i', await readEpoch(trx));
  const seenRevision = Math.max(0, ...versions);
  const [seenDecisions] =
    seenRevision > 0 && seenRevision < now.revision
      ? await listDecisions(trx, { origin: 'own', id, knownRevision: seenRevision })
      : [];
  requireMatch(request, await makeTag(trx, now), {
    now,
    seen: seenDecisions ?? null,
  } satisfies DecisionConflict);
  return now;
}

/** Adds the route that lists decisions: all, or those of a subject or a day. */
function addDecisionList(host: Host): void {
  const { deps } = host;
  route(
    host,
    'listDecisions',
    async ({ query }) => {
      const zone = await readZoneSnapshot(deps, query.known_at);
      const { origin, knownRevision } = zone;
      const day = resolveAsOf(zone, query.as_of);
      const { subject, subject_id } = query;
      const isOpen = query.open === 'true';
      const scope = { origin, knownRevision, isOpen, ...compact({ subject, subject_id }) };
      const items = await readDecisions(
        deps.db,
        scope,
        query.as_of === undefined ? undefined : day,
      );
      return { json: { items: [...items] } };
    },
    { cached: true },
  );
}

/** Adds the routes that list, add, change and complete decisions. */
export function addDecisions(host: Host): void {
  const { deps } = host;
  const note = (author: string, about: string, words?: string) =>
    ({
      author,
      kind: 'decision',
      reason: projectReason(about, words),
      origin: 'own',
      recorded_at: deps.clock().toISOString(),
    }) as const;
  addDecisionList(host);
  route(host, 'addDecision', async ({ body, author }) => {
    const day = await readToday(deps);
    const { subject, subject_id, ...fields } = body;
    const content: DecisionContent = { ...fields, decided_on: body.decided_on ?? day };
    rejectFaults(decisionFaults(content, day), faultMessages);
    const editedDecision = await deps.db.write(async (trx): Promise<EditedDecision> => {
      await requireOwnSubject(trx, subject, subject_id);
      const revision = await startRevision(trx, note(author, subject_id));
      const key = { origin: 'own' as const, id: crypto.randomUUID(), subject, subject_id };
      return { decision: await putDecision(trx, revision, key, content), revision };
    });
    return { json: editedDecision, tag: await makeTag(deps.db, editedDecision.decision) };
  });
  route(host, 'changeDecision', async ({ params, body, request, author }) => {
    const editedDecision = await deps.db.write(async (trx): Promise<EditedDecision> => {
      const now = await requireSeenDecision(trx, params['id'] ?? '', request);
      const { reason, ...changes } = body;
      const { id, subject, subject_id, revision: _revision, ...content } = now;
      const next = changeDecision(content, changes);
      rejectFaults(
        decisionFaults(next, await readToday({ db: trx, clock: deps.clock })),
        faultMessages,
      );
      if (isSameContent(next, content)) return { decision: now, revision: null };
      const revision = await startRevision(trx, note(author, subject_id, reason));
      const key = { origin: 'own' as const, id, subject, subject_id };
      return { decision: await putDecision(trx, revision, key, next), revision };
    });
    return { json: editedDecision, tag: await makeTag(deps.db, editedDecision.decision) };
  });
}
