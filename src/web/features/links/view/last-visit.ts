import { countStageNotSet } from '#domain/overview/stage-not-set.ts';
import { isCountUnknown } from '#domain/projects/unknown-count.ts';
import { compact } from '#domain/values/compact.ts';
import type { Figure } from '#domain/targets/target-row.ts';
import type { SharedPayload } from '#contract/links/schemas.ts';

/** The figures that two visits compare, by a stable key. */
export type VisitFigures = Readonly<
  Record<string, { readonly value: string; readonly unit: string }>
>;
/** The figures of the last visit, and of the last visit on an earlier day. */
export interface LastVisit {
  readonly day: string;
  readonly figures: VisitFigures;
  readonly before?: { readonly day: string; readonly figures: VisitFigures };
}
export interface SeenChange {
  readonly key: string;
  readonly from?: VisitFigures[string];
  readonly to?: VisitFigures[string];
}

const figure = (key: string, value: Figure | undefined): VisitFigures =>
  value === undefined ? {} : { [key]: { value: value.value, unit: value.unit } };

const makeCount = (key: string, count: number | undefined): VisitFigures =>
  count === undefined ? {} : { [key]: { value: String(count), unit: 'projects' } };
const listStages = (
  rows: readonly { readonly stage: string; readonly count: number }[],
): VisitFigures =>
  Object.assign(
    {},
    ...rows.map(({ stage, count }) =>
      makeCount(
        `stage:${stage}`,
        isCountUnknown(count, countStageNotSet(rows)) ? undefined : count,
      ),
    ),
  ) as VisitFigures;

/** Whether the page of a link says what changed since the last visit. */
export const keepsVisits = ({ link, view }: SharedPayload): boolean =>
  link.id !== '' && link.frozen === undefined && view.page !== 'charts' && view.page !== 'outlook';

/** Reads the compared figures of a payload. They never include a single project. */
export function readFigures({
  overview,
  projects,
  changes,
}: Pick<SharedPayload, 'overview' | 'projects' | 'changes'>): VisitFigures {
  const { as_of, headline, targets, strip } = overview;
  return {
    as_of: { value: as_of, unit: 'date' },
    ...figure('established', headline?.established),
    ...figure('established_investment', headline?.established_investment),
    ...figure('pipeline', headline?.pipeline),
    ...Object.fromEntries(
      (targets ?? []).flatMap(({ indicator, now, unit, verdict }) => [
        ...(now === undefined ? [] : [[`target:${indicator}`, { value: now.value, unit }]]),
        [`verdict:${indicator}`, { value: verdict, unit: 'verdict' }],
      ]),
    ),
    ...listStages((strip?.groups ?? []).flatMap(({ rows }) => rows)),
    ...makeCount('listed', projects?.total.count),
    ...listStages(projects?.stages ?? []),
    ...makeCount('moved', changes?.total),
    ...Object.fromEntries(
      (changes?.indicators ?? []).flatMap(({ indicator, to, unit }) =>
        to === undefined ? [] : [[`target:${indicator}`, { value: to.value, unit }]],
      ),
    ),
  };
}

/** Returns the figures that differ, appeared or disappeared. */
export const changesBetween = (before: VisitFigures, now: VisitFigures): SeenChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(now)])].flatMap((key) => {
    const [from, to] = [before[key], now[key]];
    if (from?.value === to?.value && from?.unit === to?.unit) return [];
    return [{ key, ...compact({ from, to }) }];
  });

/** Returns the state to store after a visit. Visits on one day count as one. */
export function nextVisit(
  lastVisit: LastVisit | undefined,
  day: string,
  figures: VisitFigures,
): LastVisit {
  if (lastVisit === undefined) return { day, figures };
  if (lastVisit.day === day) return { ...lastVisit, figures };
  return { day, figures, before: { day: lastVisit.day, figures: lastVisit.figures } };
}

const makeKey = (link: string): string => `headway.seen.${link}`;
const isSeen = (x: unknown): x is LastVisit =>
  typeof x === 'object' && x !== null && 'day' in x && 'figures' in x;
/** Stores the figures of a visit. @returns the visit on an earlier day, if one is stored */
export function visit(link: string, day: string, figures: VisitFigures): LastVisit['before'] {
  try {
    const text = localStorage.getItem(makeKey(link));
    const content: unknown = text === null ? undefined : JSON.parse(text);
    const visit = nextVisit(isSeen(content) ? content : undefined, day, figures);
    localStorage.setItem(makeKey(link), JSON.stringify(visit));
    return visit.before;
  } catch {
    return undefined;
  }
}
