import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { endpoints } from '#contract/endpoints.ts';
import type { ProjectConflict } from '#contract/projects/edit-schemas.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { stageRank, type Stage, type StageOrUnknown } from '#domain/projects/stage.ts';
import type { Card } from '#domain/work/board.ts';
import { toProblem, type ProblemError } from '#web/data/problem-error.ts';
import { call, callTagged, idempotencyKey, versionHeader } from '#web/data/transport.ts';
import { serverDay } from '#web/data/server-clock.ts';

/** A card and the stage in which it stands. */
export interface PlacedCard {
  readonly card: Card;
  readonly from: StageOrUnknown;
}
export interface Move extends PlacedCard {
  readonly to: Stage;
}
/** A stored project with the tag of its version. */
interface Stored {
  readonly project: ProjectDetail;
  readonly etag: string | undefined;
}
/** What the bar at the bottom shows. */
export type BoardBarState =
  | { readonly kind: 'choose'; readonly placed: PlacedCard }
  | { readonly kind: 'saving'; readonly move: Move }
  | ({ readonly kind: 'moved'; readonly move: Move; readonly revision: number } & Stored)
  | ({ readonly kind: 'complete' } & Stored)
  | { readonly kind: 'completed'; readonly name: string }
  | { readonly kind: 'undone'; readonly name: string }
  | {
      readonly kind: 'conflict';
      readonly move: Move;
      readonly stage: StageOrUnknown;
      readonly by: string | undefined;
    }
  | { readonly kind: 'failed'; readonly move: Move; readonly failure: ProblemError };

/** Whether a move goes to an earlier stage. */
export const isBack = ({ from, to }: Pick<Move, 'from' | 'to'>): boolean =>
  (stageRank(to) ?? 0) < (stageRank(from) ?? -1);

/** Finds who stored the last change of a project; undefined when that can't be read. */
async function lastAuthor(code: string): Promise<string | undefined> {
  try {
    const history = await call(endpoints.projectHistory, { params: { code }, query: {} });
    return history.items[0]?.author;
  } catch {
    return undefined;
  }
}

const sendMove = ({ card, to }: Move) =>
  callTagged(endpoints.moveProject, {
    params: { code: card.code },
    body: { stage: to, complete_later: true },
    headers: { ...idempotencyKey(), ...versionHeader(`v${card.version}`) },
  });

async function explainFailure(move: Move, error: unknown): Promise<BoardBarState> {
  const failure = toProblem(error);
  if (failure.code !== 'precondition_failed') return { kind: 'failed', move, failure };
  const conflict = failure.problem?.current as ProjectConflict | undefined;
  const by = await lastAuthor(move.card.code);
  return { kind: 'conflict', move, stage: conflict?.now.stage ?? 'unknown', by };
}

/**
 * Moves cards and keeps what the bar shows. A move is stored at once; the card stands in its new
 * column from the start, and returns when the move fails.
 */
export function useBoardMoves(onStored: () => void) {
  const client = useQueryClient();
  const [bar, setBar] = useState<BoardBarState>();
  const move = async (next: Move): Promise<void> => {
    setBar({ kind: 'saving', move: next });
    try {
      const { data, etag } = await sendMove(next);
      onStored();
      await client.invalidateQueries();
      const { project, revision } = data;
      setBar(
        revision === null
          ? undefined
          : { kind: 'moved', move: next, revision, project, etag: etag ?? undefined },
      );
    } catch (error) {
      const state = await explainFailure(next, error);
      if (state.kind === 'conflict') await client.invalidateQueries();
      setBar(state);
    }
  };
  /** Opens the form of what a card lacks. */
  const complete = async ({ card }: PlacedCard): Promise<void> => {
    const stored = await callTagged(endpoints.project, {
      params: { code: card.code },
      query: { as_of: serverDay() },
    });
    setBar({ kind: 'complete', project: stored.data, etag: stored.etag });
  };
  return {
    bar,
    move,
    complete,
    choose: (placed: PlacedCard) => setBar({ kind: 'choose', placed }),
    show: setBar,
    close: () => setBar(undefined),
  };
}
export type BoardMoves = ReturnType<typeof useBoardMoves>;
