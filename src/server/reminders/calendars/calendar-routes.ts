import { problem } from '#server/core/problem.ts';
import type { Host } from '#server/http/host.ts';
import { respond, tagAnswer } from '#server/http/response-cache.ts';
import { addressBlock, AddressThrottle } from '#server/http/throttle/address-throttle.ts';
import { calendarPath } from './calendar-secret.ts';
import { findCalendar, writeCalendarFile } from './calendar-service.ts';

/**
 * The most wrong addresses that one network may request in a minute, and the most readings of one
 * calendar.
 */
const mostPerMinute = 30;

const tooOften = (seconds: number) =>
  problem('rate_limited', `Wait ${seconds} s: this calendar was read too often.`, {
    headers: { 'retry-after': String(seconds) },
  });
const unknownCalendar = () =>
  problem('not_found', 'This calendar is unknown or ended. Make a new one on your account page.', {
    guessed: true,
  });

/** Adds the feed for calendar programs. Its address is its secret, and nobody signs in. */
export function addCalendarFeeds(host: Host): void {
  const { deps } = host;
  const now = (): number => deps.clock().getTime();
  const wrong = new AddressThrottle(now, mostPerMinute);
  const readings = new AddressThrottle(now, mostPerMinute);

  host.hono.get(`${calendarPath}:file`, async (c) => {
    const secret = c.req.param('file').replace(/\.ics$/, '');
    const calendar = await findCalendar(deps, secret);
    if (calendar === undefined) {
      const seconds = wrong.wait(addressBlock(c.env.ip));
      throw seconds > 0 ? tooOften(seconds) : unknownCalendar();
    }
    const seconds = readings.wait(calendar.id);
    if (seconds > 0) throw tooOften(seconds);
    const answer = await tagAnswer({
      bytes: new TextEncoder().encode(await writeCalendarFile(deps, calendar)),
      type: 'text/calendar; charset=utf-8',
      headers: {
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'content-disposition': 'attachment; filename="headway.ics"',
      },
    });
    return respond(c.req.raw, answer, deps.compress);
  });
}
