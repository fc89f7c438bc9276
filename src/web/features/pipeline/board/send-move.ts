import { compact } from '#domain/values/compact.ts';
import { endpoints } from '#contract/endpoints.ts';
import type { ProjectConflict } from '#contract/projects/edit-schemas.ts';
import { factFields, readField, sameValue } from '#domain/projects/fields.ts';
import type { StageOrUnknown } from '#domain/projects/stage.ts';
import type { PendingMove } from '#web/data/pending-moves.ts';
import { toProblem, type ProblemError } from '#web/data/problem-error.ts';
import { serverDay } from '#web/data/server-clock.ts';
import { call, callTagged, versionHeader } from '#web/data/transport.ts';

/**
 * Sends a move with the version that was seen. A move that is sent twice is stored once.
 * @throws ProblemError if it fails
 */
export const sendMove = ({ card, to, on, match, key }: PendingMove) =>
  callTagged(endpoints.moveProject, {
    params: { code: card.code },
    body: {
      stage: to,
      complete_later: true,
      ...compact({ date: on === serverDay() ? undefined : on }),
    },
    headers: { 'idempotency-key': key, 'if-match': match },
  });

/** Why the server did not store a move: a change by another person, or its problem. */
export type Rejection =
  | {
      readonly kind: 'conflict';
      readonly stage: StageOrUnknown;
      readonly by: string | undefined;
      /** The version that is stored now, as the value of If-Match; undefined where it is not known. */
      readonly match: string | undefined;
      /** The fields that have changed in the meantime. */
      readonly fields: readonly string[];
    }
  | { readonly kind: 'failed'; readonly failure: ProblemError };

/** Finds the author of the last change of a project; undefined when that can't be read. */
async function lastAuthor(code: string): Promise<string | undefined> {
  try {
    const history = await call(endpoints.projectHistory, { params: { code }, query: {} });
    return history.items[0]?.author;
  } catch {
    return undefined;
  }
}

const listChanged = ({ now, seen: base }: ProjectConflict): readonly string[] =>
  base === null
    ? []
    : factFields.filter((field) => !sameValue(readField(base, field), readField(now, field)));

/** Finds out why a move failed. */
export async function explainRejection(code: string, error: unknown): Promise<Rejection> {
  const failure = toProblem(error);
  if (failure.code !== 'precondition_failed') return { kind: 'failed', failure };
  const conflict = failure.problem?.current as ProjectConflict | undefined;
  return {
    kind: 'conflict',
    stage: conflict?.now.stage ?? 'unknown',
    by: await lastAuthor(code),
    match:
      conflict === undefined ? undefined : versionHeader(`v${conflict.now.revision}`)['if-match'],
    fields: conflict === undefined ? [] : listChanged(conflict),
  };
}
