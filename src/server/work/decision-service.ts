import type { Endpoints, QueryOf } from '#contract/endpoints.ts';
import type { NamedProject } from '#domain/projects/project.ts';
import { compact } from '#domain/values/compact.ts';
import type { Text } from '#domain/values/language.ts';
import type { IsoDate } from '#domain/values/date.ts';
import { decisionOn, sortDecisions, type Decision } from '#domain/work/decision.ts';
import { sameWords } from '#domain/labels/index.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { nameTarget } from '#domain/zone/target-period.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { AppDeps } from '#server/core/deps.ts';
import type { Source } from '#server/db/db.ts';
import { readZoneSnapshot, resolveAsOf } from '#server/zone/zone-snapshot-service.ts';
import { listDecisions, type DecisionScope } from './decision-store.ts';
import { projectNamesByCode } from './owner-store.ts';

/** A decision with the name of its project. */
export type ListedDecision = Decision & Partial<Pick<NamedProject, 'name' | 'names'>>;

/** Lists decisions as of a day, or the present ones, with the names of their projects. */
export async function readDecisions(
  source: Source,
  scope: DecisionScope,
  day: IsoDate | undefined,
): Promise<readonly ListedDecision[]> {
  const decisions = await listDecisions(source, { ...scope, ...compact({ by: day }) });
  const onDay =
    day === undefined ? decisions : decisions.flatMap((one) => decisionOn(one, day) ?? []);
  const codes = onDay.flatMap((one) => (one.subject === 'project' ? [one.subject_id] : []));
  const names = await projectNamesByCode(source, scope.origin, codes);
  const nameOf = (one: Decision) =>
    one.subject === 'project' ? names.get(one.subject_id) : undefined;
  return sortDecisions(onDay).map((one) => ({ ...one, ...nameOf(one) }));
}

/**
 * Lists the decisions of the displayed zone: all, or those of a subject or a day.
 *
 * @throws HttpProblem if there was no zone
 */
export async function listZoneDecisions(
  { db }: Pick<AppDeps, 'db'>,
  query: QueryOf<Endpoints['listDecisions']>,
): Promise<ListedDecision[]> {
  const zone = await readZoneSnapshot({ db }, query.known_at);
  const { origin, knownRevision } = zone;
  const day = resolveAsOf(zone, query.as_of);
  const { subject, subject_id } = query;
  const isOpen = query.open === 'true';
  const scope = { origin, knownRevision, isOpen, ...compact({ subject, subject_id }) };
  return [...(await readDecisions(db, scope, query.as_of === undefined ? undefined : day))];
}

/** Names the subject of a decision: its project, or its target with the period. */
function nameSubject(
  profile: ZoneProfile,
  { subject, subject_id, name, names }: ListedDecision,
): Text {
  if (subject === 'project') return { ...sameWords(name ?? subject_id), ...names };
  const target = profile.targets.find((one) => targetKey(one) === subject_id);
  const indicator = profile.indicators.find(({ id }) => id === target?.indicator);
  return target === undefined || indicator === undefined
    ? sameWords(subject_id)
    : nameTarget(target, indicator.name, profile.phases);
}

/** A decision with its subject in words. */
export type NamedDecision = Decision & { readonly about: Text };

/** Lists the decisions of a day for files. Open decisions come first. */
export async function readNamedDecisions(
  source: Source,
  profile: ZoneProfile,
  { knownRevision, as_of }: { readonly knownRevision: number; readonly as_of: IsoDate },
): Promise<readonly NamedDecision[]> {
  const scope = { origin: profile.origin, knownRevision, limit: mostInFiles };
  return (await readDecisions(source, scope, as_of)).map((one) => ({
    ...one,
    about: nameSubject(profile, one),
  }));
}
const mostInFiles = 100_000;
