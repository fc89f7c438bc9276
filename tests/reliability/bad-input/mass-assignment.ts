// keys that nobody may set, at every object of every body. Seen to fail: with z.object
// instead of z.strictObject in a schema of project edits, createProject answers 201 to `role`.
import { type Place, places, walk, withAt } from '../http/contract-walk.ts';
import { outcome, type ReliabilityTest } from '../setup/reliability-test.ts';
import { openHostile } from './hostile-api.ts';
import { engines } from '../../setup/api/stores.ts';

const keys = [
  'role',
  'zoneId',
  'id',
  'version',
  'createdBy',
  'updatedAt',
  'author',
  'origin',
  'revision',
  'recorded_at',
  'made_by',
  'revision_from',
  'revision_to',
  'undone_by',
  'hash',
  'isAdmin',
  'password_hash',
  'owner',
];

/**
 * Answers before the body is read: no session, or an unknown object in the address.
 */
const early: ReadonlySet<number> = new Set([401, 403, 404, 429]);

/** Answers of an import have the ids of its questions as keys. */
const isFree = (place: Place): boolean => place[0] === 'answers';

export const massAssignment: ReliabilityTest = {
  id: 'R-22',
  title: 'mass assignment on each write route',
  async run() {
    let tried = 0;
    const faults: string[] = [];
    const unfit = new Set<string>();
    const stops = new Set<string>();
    const routes = walk().filter(({ body }) => body !== undefined);
    for (const engine of engines) {
      const hostile = await openHostile(engine);
      for (const route of routes) {
        if (!route.fits) unfit.add(route.id);
        await hostile.batch(route.id, async () => {
          for (const place of places(route.body).objects)
            for (const key of keys) {
              const body = withAt(route.body, place, (old) => ({
                [key]: 'canary',
                ...(old as object),
              }));
              const here = place.reduce<unknown>(
                (at, step) => (at as Record<string, unknown>)[step],
                route.body,
              ) as object;
              if (key in here || isFree(place)) continue;
              tried += 1;
              const status = await hostile.fire(
                route,
                { body: JSON.stringify(body) },
                `${key} at ${place.join('.') || 'the top'}`,
              );
              if (early.has(status)) stops.add(route.id);
              else if (status !== 400)
                hostile.faults.push(
                  `${engine.name} ${route.id}: ${key} at ${place.join('.') || 'the top'} gave ${status}`,
                );
            }
        });
      }
      faults.push(...hostile.faults);
      await hostile.end();
    }
    const before =
      stops.size === 0
        ? ''
        : `; ${stops.size} routes refused before the body: ${[...stops].join(', ')}`;
    return outcome(
      `${tried} keys on ${routes.length} routes on ${engines.map((e) => e.name).join(' and ')}, none applied${before}`,
      [
        ...faults,
        ...(unfit.size === 0 ? [] : [`no body that fits was made for ${[...unfit].join(', ')}`]),
      ],
    );
  },
};
