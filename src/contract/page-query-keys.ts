import type { Month } from '#domain/values/date.ts';

/** A project on a day, as it was known at a moment. */
interface ProjectOfDay {
  readonly code: string;
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
}
/** Values whose files are listed: those of a month, or of an indicator. */
interface ValuesWithFiles {
  readonly period?: Month;
  readonly indicator?: string;
  readonly knownAt?: string | undefined;
}

/** The keys of queries that load with their pages (`queryKeys`: those of the first view). */
export const pageQueryKeys = {
  account: () => ['account'] as const,
  /** The second factors belong to the account: a change of it reads them again. */
  secondStep: () => ['account', 'second-step'] as const,
  listPeople: () => ['people'] as const,
  audit: (kind = '') => ['audit', kind] as const,
  listTokens: () => ['listTokens'] as const,
  ownDigest: () => ['own-digest'] as const,
  reminders: () => ['reminders'] as const,
  reportFiles: () => ['reportFiles'] as const,
  listLinks: () => ['listLinks'] as const,
  listRemovedRates: () => ['listRemovedRates'] as const,
  /** The requests of a month; without one, of every month. */
  listRequests: (month?: Month) =>
    month === undefined ? (['listRequests'] as const) : (['listRequests', month] as const),
  listProposals: (month: Month) => ['listProposals', month] as const,
  listValueEvidence: ({ indicator = '', period = '', knownAt = '' }: ValuesWithFiles) =>
    ['listValueEvidence', indicator, period, knownAt] as const,
  listDecisions: <Query extends object>(query: Query) => ['listDecisions', query] as const,
  judgements: ({ code, asOf = '', knownAt = '' }: ProjectOfDay) =>
    ['judgements', code, asOf, knownAt] as const,
  projectHistory: (code: string) => ['projectHistory', code] as const,
  listEvidence: ({ code, asOf = '', knownAt = '' }: ProjectOfDay) =>
    ['listEvidence', code, asOf, knownAt] as const,
  listIssues: ({ code, asOf = '', knownAt = '' }: ProjectOfDay) =>
    ['listIssues', code, asOf, knownAt] as const,
};
