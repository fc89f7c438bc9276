import { compact } from '#domain/values/compact.ts';
import { useState } from 'react';
import type { ProjectConflict } from '#contract/projects/edit-schemas.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { readField, type FactChanges, type FactField } from '#domain/projects/fields.ts';
import { latestProject, useChangeProject, type SeenProject } from './queries.ts';
import { toProblem, type ProblemError } from '#web/data/problem-error.ts';
import { findConflicts } from '#web/features/projects/facts/fact-entry.ts';

/** Fields that two editors changed, waiting for a choice. */
export interface Clash {
  readonly fields: readonly FactField[];
  readonly base: ProjectDetail;
  readonly theirs: SeenProject;
  readonly mine: FactChanges;
}
interface Words {
  readonly reason: string;
  readonly valid_from: string;
}
export interface SavedProject {
  /** Null when nothing changed. */
  readonly revision: number | null;
  /** Another editor's change of other fields was merged. */
  readonly merged: boolean;
  /** The file that came with a move was not stored. */
  readonly fileLost?: boolean;
  readonly undone?: boolean;
}

/** Merges with changes of others before the save fails. */
const mostMerges = 5;

/**
 * Returns a function that stores changes of facts. When another editor saved first, it merges
 * changes of other fields and returns changes of the same fields as a clash.
 */
function useSendFacts(code: string, today: string) {
  const change = useChangeProject(code);
  return async (
    facts: FactChanges,
    seenProject: SeenProject,
    { reason, valid_from }: Words,
  ): Promise<SavedProject | Clash> => {
    const body = {
      facts,
      ...compact({ reason: reason.trim() || undefined, valid_from: valid_from || undefined }),
    };
    let latest = seenProject;
    for (let merges = 0; ; merges += 1) {
      try {
        const { revision } = await change.mutateAsync({ body, etag: latest.etag });
        return { revision, merged: merges > 0 };
      } catch (error) {
        const problem = toProblem(error);
        if (problem.code !== 'precondition_failed' || merges >= mostMerges) throw problem;
        const conflict = problem.problem?.current as ProjectConflict | undefined;
        const base = conflict?.seen ?? latest.data;
        const theirs = await latestProject(code, today);
        const fields = findConflicts(facts, base, theirs.data);
        if (fields.length > 0) return { fields, base, theirs, mine: facts };
        latest = theirs;
      }
    }
  };
}

/** Saves changes of a project's facts, and settles clashes with another editor. */
export function useSaveProject(
  code: string,
  today: string,
  onSaved: (project: SavedProject) => void,
) {
  const send = useSendFacts(code, today);
  const [clash, setClash] = useState<Clash>();
  const [failure, setFailure] = useState<ProblemError>();
  const [saving, setSaving] = useState(false);
  const save = async (
    facts: FactChanges,
    seenProject: SeenProject,
    words: Words,
  ): Promise<void> => {
    setSaving(true);
    setFailure(undefined);
    try {
      const result = await send(facts, seenProject, words);
      setClash('fields' in result ? result : undefined);
      if (!('fields' in result)) onSaved(result);
    } catch (error) {
      setFailure(toProblem(error));
    }
    setSaving(false);
  };
  /** Sends the change again, without the fields that keep the other editor's value. */
  const settle = async (keepTheirs: readonly FactField[], words: Words): Promise<void> => {
    if (clash === undefined) return;
    const { mine, theirs } = clash;
    const facts = Object.fromEntries(
      Object.entries(mine).filter(([field]) => !keepTheirs.includes(field as FactField)),
    ) as FactChanges;
    if (Object.keys(facts).length > 0) return save(facts, theirs, words);
    setClash(undefined);
    onSaved({ revision: null, merged: false });
  };
  return { save, settle, saving, failure, clash };
}

/** The three values of a field that two editors changed. */
export const readClash = ({ base, theirs, mine }: Clash, field: FactField) =>
  ({
    base: readField(base, field),
    theirs: readField(theirs.data, field),
    mine: mine[field] ?? undefined,
  }) as const;
