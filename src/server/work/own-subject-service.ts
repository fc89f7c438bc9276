import type { DecisionSubject } from '#domain/work/decision.ts';
import { targetKey } from '#domain/zone/indicator.ts';
import { periodKey } from '#domain/zone/period-key.ts';
import { problem } from '#server/core/problem.ts';
import type { Trx } from '#server/db/db.ts';
import { ownProject } from '#server/projects/own-project-service.ts';
import { readZone } from '#server/zone/store.ts';

/**
 * Checks that the project or target of a decision or a declared status is in the own register.
 *
 * @returns its name in the log: the code of a project; the indicator of a target and its period
 * @throws HttpProblem if it is unknown or an example
 */
export async function requireOwnSubject(
  trx: Trx,
  subject: DecisionSubject,
  id: string,
): Promise<string> {
  if (subject === 'project') {
    await ownProject(trx, id);
    return id;
  }
  const zone = await readZone(trx, 'own');
  const target = zone?.targets.find((one) => targetKey(one) === id);
  if (target === undefined)
    throw problem('not_found', 'No own target has this key. Look it up in /api/v1/zone.');
  return `${target.indicator} ${periodKey(target.period)}`;
}
