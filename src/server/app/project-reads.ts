import type { Overview } from '#domain/overview/overview.ts';
import { pickRegisterFilter } from '#domain/overview/register-filter.ts';
import { laterMeasures } from '#domain/projects/project.ts';
import type { RegisterFilterWords } from '#server/projects/register/read-filters.ts';
import { pageQueryKeys } from '#contract/page-query-keys.ts';
import { queryKeys } from '#contract/query-keys.ts';
import { type PageRead, toFirstPage } from './page-read.ts';

type Query = Readonly<Record<string, string | undefined>>;

/**
 * Reads the code of a project from the path of its page.
 * @returns undefined for wrong percent escapes
 */
function decodeCode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname.split('/')[2] ?? '');
  } catch {
    return undefined;
  }
}

/** The read of a project with the tag of its version. */
const projectRead = (code: string, as_of?: string, known_at?: string): PageRead => ({
  endpoint: 'project',
  params: { code },
  query: { as_of, known_at },
  key: queryKeys.seenProject(code, as_of, known_at),
  toData: (data, etag) => ({ data, etag }),
});

/** The reads of what people wrote and did about a project. */
function listProjectNotes(code: string, { as_of, known_at }: Query): readonly PageRead[] {
  const params = { code };
  const query = { as_of, known_at };
  const version = { code, asOf: as_of, knownAt: known_at };
  const decisions = { subject: 'project', subject_id: code, ...query };
  return [
    { endpoint: 'listEvidence', params, query, key: pageQueryKeys.listEvidence(version) },
    { endpoint: 'listIssues', params, query, key: pageQueryKeys.listIssues(version) },
    {
      ...({ endpoint: 'judgements', params, query } as const),
      key: pageQueryKeys.judgements(version),
    },
    {
      ...({ endpoint: 'listDecisions', query: decisions } as const),
      key: pageQueryKeys.listDecisions(decisions),
    },
    {
      ...({ endpoint: 'projectHistory', params, toData: toFirstPage } as const),
      key: pageQueryKeys.projectHistory(code),
    },
  ];
}

/**
 * Lists the reads of the page of a project. An address with wrong percent escapes has none.
 *
 * @param mayViewNotes - whether the reader may see notes
 * @param editDay - the day to which a change applies, if the page shows an earlier one
 */
export function listProjectReads(
  { pathname }: URL,
  { as_of, known_at }: Query,
  {
    mayViewNotes,
    editDay,
  }: { readonly mayViewNotes: boolean; readonly editDay: string | undefined },
): readonly PageRead[] {
  const code = decodeCode(pathname);
  if (code === undefined) return [];
  return [
    projectRead(code, as_of, known_at),
    ...(mayViewNotes ? listProjectNotes(code, { as_of, known_at }) : []),
    ...(mayViewNotes && editDay !== undefined ? [projectRead(code, editDay)] : []),
  ];
}

/** The number of projects up to which the later amounts come with a page. */
const mostWithLater = 20_000;
/** Lists the reads of contracted, paid-in and completed money, which a page of few projects shows. */
export const listLaterReads = (
  { projects_total = 0 }: Pick<Overview, 'projects_total'>,
  by: 'stage' | 'status',
  { as_of, known_at, ...day }: RegisterFilterWords & Pick<Query, 'as_of' | 'known_at'>,
): readonly PageRead[] =>
  projects_total > mostWithLater
    ? []
    : laterMeasures.map((measure) => {
        const query = { by, as_of, known_at, ...pickRegisterFilter(day), measure };
        return { endpoint: 'summary', query, key: queryKeys.summary(query) };
      });
