import { addDays, type Day, earlierDay } from './days.ts';
import { type Edition, type Event, type History, lastUpTo, type Row, type Stage, stageOrder, type Status } from './register.ts';

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
const changesOnly = <T>(events: readonly Event<T>[]): Event<T>[] => events.filter((event, i) => event.is !== events[i - 1]?.is);
const stepsBack = (events: readonly Event<Stage>[]): number =>
  events.filter((event, i) => i > 0 && rank(event.is) < rank(events[i - 1]?.is ?? event.is)).length;
/** On the day of each edition the project has the stage that the edition gave. */
const fits = (events: readonly Event<Stage>[], listings: readonly Listing[]): boolean =>
  listings.every(({ day, row }) => lastUpTo(events, day)?.is === row.stage);
/** The day after the edition before, from which a stage counts that this edition was the first to know. */
const afterEdition = (before: Day, day: Day): Day => earlierDay(addDays(before, 1), day);

/** The dated stages of a row in the order of their days; a date after the edition counts from the edition's day. */
const datedStages = ({ day, row }: Listing): Event<Stage>[] =>
  byDay(
    stageOrder.flatMap((stage): Event<Stage>[] => {
      const date = row.stageDates[stage];
      return date === undefined ? [] : [{ day: earlierDay(date, day), is: stage, since: date <= day ? date : undefined }];
    }),
  );

/**
 * The stages that a row dates after the edition before. One that the project had passed then counts only
 * where the present stage is dated after it: it went back and came forward again. Else it is a doubt.
 */
function newStages(listing: Listing, before: Listing): Event<Stage>[] {
  const passed = rank(before.row.stage);
  const dated = datedStages(listing).filter(({ day }) => day > before.day);
  const present = dated.find(({ is, since }) => is === listing.row.stage && since !== undefined);
  return dated.filter(({ is, day }) => rank(is) > passed || is === listing.row.stage || (present !== undefined && day <= present.day));
}

/** Adds a stage that was dated before the edition that told of it; no earlier edition is made untrue on its day. */
function withLate(events: readonly Event<Stage>[], event: Event<Stage>, earlier: readonly Listing[], day: Day): readonly Event<Stage>[] {
  const before = earlier.at(-1)?.day ?? day;
  const last = events.findLast(({ is }) => is === event.is);
  const placed = byDay([...events.filter((other) => other !== last), event]);
  if (fits(placed, earlier) && stepsBack(placed) <= stepsBack(events)) return placed;
  return last === undefined ? byDay([...events, { ...event, day: afterEdition(before, day) }]) : events;
}

function stagesOf(listings: readonly Listing[]): readonly Event<Stage>[] {
  let events: readonly Event<Stage>[] = [];
  for (const [i, listing] of listings.entries()) {
    const before = listings[i - 1];
    const { day, row } = listing;
    if (before === undefined) events = datedStages(listing);
    else {
      for (const event of datedStages(listing)) if (event.day <= before.day) events = withLate(events, event, listings.slice(0, i), day);
      events = byDay([...events, ...newStages(listing, before)]);
    }
    if (lastUpTo(events, day)?.is !== row.stage) events = [...events, { day, is: row.stage }];
  }
  return changesOnly(events);
}

function statusesOf(listings: readonly Listing[]): readonly Event<Status>[] {
  const events: Event<Status>[] = [];
  for (const [i, { day, row }] of listings.entries()) {
    const { status, statusDate } = row;
    if ((events.at(-1)?.is ?? 'active') === status) continue;
    const before = listings[i - 1]?.day;
    const since = statusDate !== undefined && statusDate <= day ? statusDate : undefined;
    const from = since === undefined ? day : before === undefined || since > before ? since : afterEdition(before, day);
    events.push({ day: from, is: status, since });
  }
  return events;
}

function absencesOf(listings: readonly Listing[], editions: readonly Edition[]): History['absences'] {
  return listings.flatMap(({ day }, i) => {
    const next = listings[i + 1]?.day;
    const left = editions.find((edition) => edition.scope === 'whole' && edition.day > day && (next === undefined || edition.day < next));
    return left === undefined ? [] : [{ from: left.day, to: next }];
  });
}

/** The history of each project, whatever the order in which the editions came; of one day the last import holds. */
export function foldEditions(imported: readonly Edition[]): readonly History[] {
  const lastOfDay = new Map(imported.map((edition) => [edition.day, edition]));
  const editions = [...lastOfDay.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const listings = new Map<string, Listing[]>();
  for (const { day, rows } of editions) for (const row of rows) listings.set(row.code, [...(listings.get(row.code) ?? []), { day, row }]);
  return [...listings].map(([code, own]) => ({
    code,
    industry: own.at(-1)?.row.industry ?? '',
    stages: stagesOf(own),
    statuses: statusesOf(own),
    amounts: own.map(({ day, row }, i) => ({ day: i === 0 ? '0000-01-01' : day, is: row.money })),
    absences: absencesOf(own, editions),
  }));
}
