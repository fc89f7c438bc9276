import { compact } from '#domain/values/compact.ts';
import { issueFields, type Issue } from '#domain/projects/issue.ts';
import type { Evidence } from '#domain/projects/evidence.ts';
import type { FieldChange } from '#domain/projects/fields.ts';
import type { Source } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { evidenceVersions, toEvidence, type ProjectKey } from '#server/projects/evidence/store.ts';
import { issueVersions, toIssue } from '#server/projects/issues/store.ts';

interface AttachmentVersion<T> {
  readonly from: number;
  readonly to: number;
  readonly what: T;
}
const hashCharacters = 16;
const fileText = ({ file, sha256 }: Evidence): string =>
  `${file} · SHA-256 ${sha256.slice(0, hashCharacters)}…`;

function evidenceChanges(before: Evidence | undefined, after: Evidence | undefined): FieldChange[] {
  const of = after ?? before;
  if (of === undefined) return [];
  const field = (group: 'evidence' | 'withdrawn') => `${group}.${of.of}.${of.which}`;
  if (before === undefined || after === undefined)
    return [
      {
        field: field('evidence'),
        ...compact({
          from: before === undefined ? undefined : fileText(before),
          to: after === undefined ? undefined : fileText(after),
        }),
      },
    ];
  const describeWithdrawal = (evidence: Evidence) =>
    evidence.withdrawn === undefined
      ? undefined
      : `${evidence.file} · ${evidence.withdrawn.reason}`;
  const [from, to] = [describeWithdrawal(before), describeWithdrawal(after)];
  return from === to
    ? []
    : [
        {
          field: field('withdrawn'),
          ...compact({ from, to }),
        },
      ];
}

const issueChanges = (before: Issue | undefined, after: Issue | undefined): FieldChange[] =>
  issueFields.flatMap((name): FieldChange[] => {
    const [from, to] = [before?.[name], after?.[name]];
    if (from === to) return [];
    return [
      {
        field: `issue.${name}`,
        ...compact({ from, to }),
      },
    ];
  });

/**
 * Lists the changes of a project's files and issues by revision.
 * @returns the changes by the number of their revision
 */
export async function listAttachmentChanges(
  source: Source,
  project: ProjectKey,
): Promise<Map<number, FieldChange[]>> {
  const [files, issues] = await Promise.all([
    evidenceVersions(source, project),
    issueVersions(source, project),
  ]);
  const out = new Map<number, FieldChange[]>();
  const collect = <T>(
    versions: Map<string, AttachmentVersion<T>[]>,
    changes: (before: T | undefined, after: T | undefined) => FieldChange[],
  ): void => {
    for (const version of versions.values()) {
      const ids = [...new Set(version.flatMap(({ from, to }) => [from, to]))].filter(
        (id) => id !== open,
      );
      for (const id of ids) {
        const [before, after] = [
          version.find(({ to }) => to === id),
          version.find(({ from }) => from === id),
        ];
        out.set(id, [...(out.get(id) ?? []), ...changes(before?.what, after?.what)]);
      }
    }
  };
  const heldBy = <
    R extends { readonly id: string; readonly revision_from: number; readonly revision_to: number },
    T,
  >(
    rows: readonly R[],
    what: (row: R) => T,
  ) =>
    new Map(
      [...Map.groupBy(rows, (row) => row.id)].map(([id, ofId]) => [
        id,
        ofId.map((row) => ({ from: row.revision_from, to: row.revision_to, what: what(row) })),
      ]),
    );
  collect(heldBy(files, toEvidence), evidenceChanges);
  collect(heldBy(issues, toIssue), issueChanges);
  return out;
}
