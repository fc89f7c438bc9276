import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { fillSample } from '#server/samples/service.ts';
import { adoptTimeZone } from '#server/storage/time-zone-store.ts';
import { readTimeZone } from '#server/zone/zone-day-service.ts';
import { listZoneVersions } from '#server/zone/store.ts';
import { engines } from '../../setup/api/stores.ts';

describe.each(engines)('the time zone of digests on $name', (engine) => {
  test.each([
    ['Asia/Tokyo', 'Asia/Tokyo', 'time_zone'],
    // no time zone was set
    ['UTC', 'UTC', undefined],
  ])('%s becomes that of the zone, as a revision', async (set, expectation, reason) => {
    const { db, close } = await engine.open();
    try {
      await fillSample(db, 'sample');
      const before = await listZoneVersions(db, 'sample');
      await db.write(async (trx) => {
        await sql`alter table reminder_setting add column time_zone text`.execute(trx);
        await sql`insert into reminder_setting (name, time_zone, version) values ('all', ${set}, 1)`.execute(
          trx,
        );
      });
      await db.write(adoptTimeZone);
      expect(await readTimeZone(db)).toBe(expectation);
      const additions = (await listZoneVersions(db, 'sample')).slice(before.length);
      expect(additions.map((one) => one.reason)).toEqual(reason === undefined ? [] : [reason]);
    } finally {
      await close();
    }
  });
});
