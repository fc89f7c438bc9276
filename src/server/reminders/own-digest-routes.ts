import { reminderLimits } from '#contract/reminders/constants.ts';
import { requireAccount } from '#server/accounts/account-owner.ts';
import { recordEvent } from '#server/audit/store.ts';
import { problem } from '#server/core/problem.ts';
import { hashSecret, newId } from '#server/core/secrets.ts';
import { requireMatch } from '#server/http/etag.ts';
import type { Host } from '#server/http/host.ts';
import { route, type AccountHandler } from '#server/http/route.ts';
import { calendarAddress, calendarSecret } from './calendars/calendar-secret.ts';
import { addCalendar, listCalendars, takeCalendar } from './calendars/calendar-store.ts';
import { chooseDigest, describeOwnDigest, toCalendar } from './own-digest-service.ts';
import { requireReminderTools } from './sealed-secrets.ts';

const noStore = { 'cache-control': 'no-store' } as const;

const makeCalendar =
  ({ deps }: Host): AccountHandler<'makeCalendar'> =>
  async ({ body, principal }) => {
    requireReminderTools(deps);
    const secret = await calendarSecret.make();
    const at = deps.clock().toISOString();
    return deps.db.write(async (trx) => {
      const owner = await requireAccount(trx, principal);
      if ((await listCalendars(trx, owner.id)).length >= reminderLimits.calendars)
        throw problem(
          'conflict',
          `End a calendar first: a person has at most ${reminderLimits.calendars}.`,
        );
      const calendar = {
        id: newId('c'),
        account: owner.id,
        language: body.language,
        created_at: at,
        used_on: null,
      };
      await addCalendar(trx, { ...calendar, secret_hash: await hashSecret(secret) });
      await recordEvent(trx, { at, actor: owner, kind: 'calendar_made' });
      const address = `${deps.config.address ?? ''}${calendarAddress(secret)}`;
      return {
        json: { calendar: toCalendar({ ...calendar, secret_hash: '' }), address },
        headers: noStore,
      };
    });
  };

/** Adds the endpoints by which people choose their digest and their calendars. */
export function addOwnDigest(host: Host): void {
  const { deps } = host;
  route(host, 'ownDigest', async ({ principal }) => {
    requireReminderTools(deps);
    const json = await describeOwnDigest(deps.db, await requireAccount(deps.db, principal));
    return { json, tag: String(json.version), headers: noStore };
  });
  route(host, 'chooseDigest', ({ body, request, principal }) => {
    requireReminderTools(deps);
    return deps.db.write(async (trx) => {
      const user = await requireAccount(trx, principal);
      const before = await describeOwnDigest(trx, user);
      requireMatch(request, String(before.version), before);
      await chooseDigest(trx, user, body, deps.clock().toISOString());
      const json = await describeOwnDigest(trx, user);
      return { json, tag: String(json.version), headers: noStore };
    });
  });
  route(host, 'makeCalendar', makeCalendar(host), { secret: true });
  route(host, 'endCalendar', ({ params, principal }) =>
    deps.db.write(async (trx) => {
      const owner = await requireAccount(trx, principal);
      if (!(await takeCalendar(trx, params['id'] ?? '', owner.id)))
        throw problem('not_found', 'There is no such calendar, or it has already ended.');
      const at = deps.clock().toISOString();
      await recordEvent(trx, { at, actor: owner, kind: 'calendar_ended' });
      return { json: { ended: 1 } };
    }),
  );
}
