import { addDays, type Day, earlierDay } from './days.ts';
import {
  type Edition,
  type Event,
  type History,
  lastUpTo,
  type Row,
  type Stage,
  stageOrder,
  type Status,
} from './register.ts';

/** A project as one edition lists it, with the edition's day. */
interface Listing {
  readonly day: Day;
  readonly row: Row;
}

const rank = (stage: Stage): number => stageOrder.indexOf(stage);
/** In the order of their days; on one day dated ones first, in the order of stages. */
const byDay = (events: readonly Event<Stage>[]): Event<Stage>[] =>
  events.toSorted((a, b) => {
    if (a.day !== b.day) return a.day < b.day ? -1 : 1;
    const [aBy, bBy] = [a.since === undefined, b.since === undefined];
    return aBy === bBy ? (aBy ? 0 : rank(a.is) - rank(b.is)) : aBy ? 1 : -1;
  });
/** Events that change something; the first of each run of equal ones. */
const changesOnly = <T>(events: readonly Event<T>[]): Event<T>[] =>
  events.filter((event, i) => event.is !== events[i - 1]?.is);
const stepsBack = (events: readonly Event<Stage>[]): number =>
  events.filter((event, i) => i > 0 && rank(event.is) < rank(events[i - 1]?.is ?? event.is)).length;
/** On the day of each edition the project has the stage that the edition gave. */
const fits = (events: readonly Event<Stage>[], listings: readonly Listing[]): boolean =>
  listings.every(({ day, row }) => lastUpTo(events, day)?.is === row.stage);
/**
 * The day after the previous edition: a stage counts from it if this edition is the first to know
 * it.
 */
const afterEdition = (before: Day, day: Day): Day => earlierDay(addDays(before, 1), day);

/**
 * The dated stages of a row in the order of their days; a date after the edition counts from the
 * edition's day.
 */
const datedStages = ({ day, row }: Listing): Event<Stage>[] =>
  byDay(
    stageOrder.flatMap((stage): Event<Stage>[] => {
      const date = row.stageDates[stage];
      return date === undefined
        ? []
        : [{ day: earlierDay(date, day), is: stage, since: date <= day ? date : undefined }];
    }),
  );

/** Leaves out a stage that is dated after a higher one: a doubt. */
function rising(events: readonly Event<Stage>[]): Event<Stage>[] {
  const risingEvents: Event<Stage>[] = [];
  for (const event of events.toSorted((a, b) => rank(b.is) - rank(a.is)))
    if (event.day <= (risingEvents.at(-1)?.day ?? event.day)) risingEvents.push(event);
  return byDay(risingEvents);
}

/**
 * The stages that a row dates after the edition before. One that the project had passed then counts
 * only where the present stage is dated after it: it went back and came forward again. Else it is a
 * doubt.
 */
function newStages(listing: Listing, before: Listing): Event<Stage>[] {
  const rankBefore = rank(before.row.stage);
  const stages = datedStages(listing).filter(({ day }) => day > before.day);
  const present = stages.find(({ is, since }) => is === listing.row.stage && since !== undefined);
  return rising(
    stages.filter(
      ({ is, day }) =>
        rank(is) > rankBefore ||
        is === listing.row.stage ||
        (present !== undefined && day <= present.day),
    ),
  );
}

/**
 * Adds a stage with a day before the edition that reports it; no earlier edition becomes wrong on
 * its day.
 */
function withLate(
  events: readonly Event<Stage>[],
  event: Event<Stage>,
  earlier: readonly Listing[],
  day: Day,
): readonly Event<Stage>[] {
  const before = earlier.at(-1)?.day ?? day;
  const last = events.findLast(({ is }) => is === event.is);
  const newEvents = byDay([...events.filter((other) => other !== last), event]);
  if (fits(newEvents, earlier) && stepsBack(newEvents) <= stepsBack(events)) return newEvents;
  return last === undefined
    ? byDay([...events, { ...event, day: afterEdition(before, day) }])
    : events;
}

function stagesOf(listings: readonly Listing[]): readonly Event<Stage>[] {
  let events: readonly Event<Stage>[] = [];
  for (const [i, listing] of listings.entries()) {
    const before = listings[i - 1];
    const { day, row } = listing;
    if (before === undefined) events = rising(datedStages(listing));
    else {
      for (const event of datedStages(listing))
        if (event.day <= before.day) events = withLate(events, event, listings.slice(0, i), day);
      events = byDay([...events, ...newStages(listing, before)]);
    }
    if (lastUpTo(events, day)?.is !== row.stage) events = [...events, { day, is: row.stage }];
  }
  return changesOnly(events);
}

const isOpen = (status: Status): boolean => status === 'active' || status === 'on_hold';
/**
 * The status by each edition that lists the project, and `unlisted` from each day on which it left.
 */
function statusesOf(
  listings: readonly Listing[],
  leftOn: ReadonlySet<Day>,
): readonly Event<Status>[] {
  const events: Event<Status>[] = [];
  const days = [...new Set([...listings.map(({ day }) => day), ...leftOn])].toSorted();
  for (const [i, day] of days.entries()) {
    const now = events.at(-1)?.is ?? 'active';
    const row = listings.find((listing) => listing.day === day)?.row;
    if (row === undefined && isOpen(now)) events.push({ day, is: 'unlisted', since: day });
    if (row === undefined || row.status === now) continue;
    const before = days[i - 1];
    const since =
      row.statusDate !== undefined && row.statusDate <= day ? row.statusDate : undefined;
    const from =
      since === undefined
        ? day
        : before === undefined || since > before
          ? since
          : afterEdition(before, day);
    events.push({ day: from, is: row.status, since });
  }
  return events;
}

/**
 * Whether an edition that does not list a project shows that it has left: a list without completed
 * projects omits those.
 */
function endsProject({ scope, day }: Edition, listings: readonly Listing[]): boolean {
  if (scope !== 'drops_completed') return scope === 'whole';
  const inOrder = listings.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return !isCompleted(lastUpTo(stagesOf(inOrder), day)?.is);
}
/** Established by the standard mapping (domain.md 1.4). */
const isCompleted = (stage: Stage | undefined): boolean =>
  stage !== undefined && rank(stage) >= rank('registered');

/**
 * The days on which projects left the list, in the order of the imports. The newest edition ends
 * the projects that it does not list; a project that only an older one lists has left by the next
 * edition that is no part. An older edition that is imported later neither ends nor revives a
 * project.
 */
function departures(imports: readonly Edition[]): ReadonlyMap<string, ReadonlySet<Day>> {
  const listingsByCode = new Map<string, Listing[]>();
  const departureDays = new Map<string, Set<Day>>();
  const leave = (code: string, edition: Edition): void => {
    if (endsProject(edition, listingsByCode.get(code) ?? []))
      departureDays.set(code, (departureDays.get(code) ?? new Set()).add(edition.day));
  };
  const before: Edition[] = [];
  for (const edition of imports) {
    const { day, rows } = edition;
    const codes = new Set(rows.map(({ code }) => code));
    const newer = before
      .filter((other) => other.day > day)
      .toSorted((a, b) => (a.day < b.day ? -1 : 1));
    if (newer.length === 0)
      for (const code of listingsByCode.keys()) if (!codes.has(code)) leave(code, edition);
    const next = newer.find(({ scope }) => scope !== 'part');
    for (const row of rows) {
      const listings = listingsByCode.get(row.code) ?? [];
      const isNews = [
        ...listings.map((one) => one.day),
        ...(departureDays.get(row.code) ?? []),
      ].every((other) => other < day);
      listingsByCode.set(row.code, [...listings, { day, row }]);
      if (next !== undefined && isNews) leave(row.code, next);
    }
    before.push(edition);
  }
  return departureDays;
}

/**
 * The history of each project; of two editions of one day the last import holds. `imports` is in
 * the order of the imports.
 */
export function foldEditions(imports: readonly Edition[]): readonly History[] {
  const lastOfDay = new Map(imports.map((edition) => [edition.day, edition]));
  const editions = [...lastOfDay.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const departureDays = departures(imports);
  const listings = new Map<string, Listing[]>();
  for (const { day, rows } of editions)
    for (const row of rows)
      listings.set(row.code, [...(listings.get(row.code) ?? []), { day, row }]);
  return [...listings].map(([code, own]) => ({
    code,
    industry: own.at(-1)?.row.industry ?? '',
    stages: stagesOf(own),
    statuses: statusesOf(own, departureDays.get(code) ?? new Set()),
    amounts: own.map(({ day, row }, i) => ({ day: i === 0 ? '0000-01-01' : day, is: row.money })),
  }));
}
