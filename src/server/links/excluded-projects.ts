import type { LinkDraft } from '#contract/links/schemas.ts';
import type { AppDeps } from '#server/core/deps.ts';
import { problem } from '#server/core/problem.ts';
import { recordsByCode } from '#server/projects/history/history-store.ts';
import { chosenOrigin } from '#server/zone/chosen-origin-store.ts';

/** Refuses codes that no project has: one that is mistyped would show the very project that was to be left out. */
export async function checkExcludedProjects(
  { db }: Pick<AppDeps, 'db'>,
  { profile: { without } }: LinkDraft,
): Promise<void> {
  const origin = without.length === 0 ? null : await chosenOrigin(db);
  if (origin === null) return;
  const known = new Set((await recordsByCode(db, origin, without)).map(({ code }) => code));
  const unknown = without.filter((code) => !known.has(code));
  if (unknown.length === 0) return;
  throw problem(
    'bad_request',
    `Correct profile.without: no project has the code ${unknown.join(', ')}.`,
    {
      errors: unknown.map((value) => ({
        path: 'profile.without',
        value,
        message: 'is no project',
      })),
    },
  );
}
