import { compact } from '#domain/values/compact.ts';
import { codeKey } from '#domain/values/reading/codes.ts';
import type { Origin } from '#domain/values/data-status.ts';
import type { ProjectDetail } from '#domain/projects/project.ts';
import { listEventsBy } from '#domain/projects/segments.ts';
import { sql } from 'kysely';
import { getEngine, getReader, type Reader, type Source } from '#server/db/db.ts';
import { open } from '#server/db/schema/tables.ts';
import { beginsPattern, beginsRange, foldText } from '#server/core/text-folding/fold-text.ts';
import { importedFrom } from './import-source-store.ts';
import { readExtensions } from './extension-store.ts';
import { filterConditions, hasSearchText, type ProjectFilters } from './filter-store.ts';
import { narrowCode } from '#server/projects/search/narrow-search-store.ts';
import { projectsAt, toProject, versionsAt } from './project-view-store.ts';
import type { ProjectScope } from '#server/zone/register-scope.ts';
import { begin, knownAt } from '#server/db/versions.ts';

/**
 * Finds an existing code that equals this one regardless of width, case and dashes.
 * @returns this very code before others that equal it; undefined if the code is free
 */
export async function findTakenCode(
  source: Source,
  origin: Origin,
  code: string,
): Promise<string | undefined> {
  const [from, to] = beginsRange(code);
  const reader = getReader(source);
  const candidates = narrowCode(getEngine(reader), origin, code);
  const rows = await reader
    .selectFrom('project_version')
    .select('code')
    .distinct()
    .where('origin', '=', origin)
    .where('revision_to', '=', open)
    .where(hasSearchText('search_fold'))
    .where('search_fold', '>=', from)
    .where('search_fold', '<', to)
    .where(sql<boolean>`search_fold like ${beginsPattern(code)} escape '\\'`)
    .$if(candidates !== undefined, (versions) =>
      versions.where(sql<boolean>`code in ${candidates}`),
    )
    .execute();
  const alike = rows.filter((row) => codeKey(row.code) === codeKey(code)).map((row) => row.code);
  return alike.find((one) => one === code) ?? alike[0];
}

/**
 * Lists the first matches whose code or name begins with a text, as it is, folded, in capitals or
 * with a first capital. Indexes hold codes and names in their order, so few rows are read.
 * @returns codes, at most `limit` for each form of the text and each column
 */
export async function listBeginnings(
  reader: Reader,
  query: ProjectScope & ProjectFilters,
  q: string,
  limit: number,
): Promise<readonly string[]> {
  const plain = foldText(q);
  const capital = plain.charAt(0).toUpperCase() + plain.slice(1);
  const texts = [...new Set([q, plain, plain.toUpperCase(), capital])];
  const lists = await Promise.all(
    texts.flatMap((text) =>
      (['code', 'name'] as const).map((column) =>
        versionsAt(reader, query, 'in_order')
          .select('v.code')
          .where((eb) => eb.and(filterConditions(eb as never, query, query.knownRevision)))
          .where(`v.${column}`, '>=', text)
          .where(`v.${column}`, '<', `${text}\u{10ffff}`)
          .orderBy(`v.${column}`)
          .$if(column === 'name', (versions) => versions.orderBy('v.code'))
          .limit(limit)
          .execute(),
      ),
    ),
  );
  return lists.flat().map(({ code }) => code);
}

/**
 * Finds a project with its history up to the day, and the revision of its version.
 * @returns undefined if the register lacks it on that day
 */
export async function findProject(
  source: Source,
  scope: ProjectScope & { readonly code: string },
): Promise<{ readonly project: ProjectDetail; readonly version: number } | undefined> {
  const row = await projectsAt(getReader(source), scope)
    .innerJoin('project_history as h', (join) =>
      join.onRef('h.origin', '=', 'v.origin').onRef('h.code', '=', 'v.code'),
    )
    .select(['h.events_json', 'h.imported_json', 'h.revision_from as version'])
    .where('v.code', '=', scope.code)
    .where(begin('h.revision_from'), '<=', knownAt(scope.knownRevision))
    .where('h.revision_to', '>', knownAt(scope.knownRevision))
    .executeTakeFirst();
  if (!row) return undefined;
  const imported_from = await importedFrom(source, scope, row.imported_json);
  const projectOnDay = toProject(row, scope.as_of);
  const project = {
    ...projectOnDay,
    ...(await readExtensions(getReader(source), scope, projectOnDay)),
    stage_events: listEventsBy(row.events_json.stage_events, scope.as_of),
    status_events: listEventsBy(row.events_json.status_events, scope.as_of),
    ...compact({ imported_from }),
  };
  return { project, version: row.version };
}
