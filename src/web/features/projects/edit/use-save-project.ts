import { compact } from '#domain/values/compact.ts';
import { useState } from 'react';
import type { ProjectConflict } from '#contract/projects/edits.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { fieldOf, type FactChanges, type FactField } from '#domain/projects/fields.ts';
import { latestProject, useChangeProject, type SeenProject } from './queries.ts';
import { toProblem, type ProblemError } from '#web/data/problem-error.ts';
import { conflictsOf } from '#web/features/projects/facts/fact-entry.ts';

/** What two editors both changed, waiting for a choice. */
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
  /** Null where nothing was different. */
  readonly revision: number | null;
  /** Another editor's change of other fields was kept beside it. */
  readonly merged: boolean;
  /** A file that came with a move was not kept. */
  readonly fileLost?: boolean;
  /** It was an undo. */
  readonly undone?: boolean;
}

/** How often a change is merged with another's that came in between before its editor is told. */
const mostMerges = 5;

/** Saves changed facts. Where another editor was faster, other fields merge by themselves and equal ones wait for a choice. */
export function useSaveProject(
  code: string,
  today: string,
  onSaved: (saved: SavedProject) => void,
) {
  const change = useChangeProject(code);
  const [clash, setClash] = useState<Clash>();
  const [failure, setFailure] = useState<ProblemError>();
  const [saving, setSaving] = useState(false);

  const send = async (facts: FactChanges, seen: SeenProject, words: Words): Promise<void> => {
    let over = seen;
    for (let merges = 0; ; merges += 1) {
      try {
        const { reason, valid_from } = words;
        const body = {
          facts,
          ...compact({
            reason: reason.trim() === '' ? undefined : reason.trim(),
            valid_from: valid_from === '' ? undefined : valid_from,
          }),
        };
        const { revision } = await change.mutateAsync({ body, etag: over.etag });
        setClash(undefined);
        onSaved({ revision, merged: merges > 0 });
        return;
      } catch (error) {
        const problem = toProblem(error);
        if (problem.code !== 'precondition_failed' || merges >= mostMerges) {
          setFailure(problem);
          return;
        }
        const base = (problem.problem?.current as ProjectConflict | undefined)?.seen ?? over.data;
        const theirs = await latestProject(code, today);
        const fields = conflictsOf(facts, base, theirs.data);
        if (fields.length > 0) {
          setClash({ fields, base, theirs, mine: facts });
          return;
        }
        over = theirs;
      }
    }
  };
  const save = async (facts: FactChanges, seen: SeenProject, words: Words): Promise<void> => {
    setSaving(true);
    setFailure(undefined);
    await send(facts, seen, words).catch((error: unknown) => setFailure(toProblem(error)));
    setSaving(false);
  };
  /** Sends the change again over their version, without the fields of which theirs stays. */
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
export const valuesOf = ({ base, theirs, mine }: Clash, field: FactField) =>
  ({
    base: fieldOf(base, field),
    theirs: fieldOf(theirs.data, field),
    mine: mine[field] ?? undefined,
  }) as const;
