import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import type { MadeCalendar, OwnDigest } from '#contract/reminders/schemas.ts';
import { firstAdmin, invitePerson, type TestBrowser } from '../../setup/api/accounts.ts';
import { openReminderApi, type ReminderApi } from '../../setup/api/reminders.ts';
import { engines } from '../../setup/api/stores.ts';
import { makeAnnual, makeItem, makeRent } from '../../setup/api/targets/target-fields.ts';

const at = '/api/v1/account/calendars';
const site = 'https://progress.example.org';

describe.each(engines)('calendars on $name', (engine) => {
  let api: ReminderApi;
  let admin: TestBrowser;
  beforeEach(async () => {
    api = await openReminderApi(engine);
    admin = await firstAdmin(api);
    await admin.json('POST', '/api/v1/projects', {
      code: 'A-1',
      stage: 'construction',
      valid_from: '2021-04-01',
      facts: {
        name: 'Heat pumps; phase 2, hall "B"',
        'milestones.completion.plan': '2021-07-31',
      },
    });
  });
  afterEach(() => api.close());
  const make = (browser: TestBrowser, language = 'en') =>
    browser.json<MadeCalendar>('POST', at, { language });
  /** Reads a feed as a calendar program does: without a session. */
  const read = (address: string, ip = '203.0.113.80') =>
    api.send('GET', address.replace(site, ''), { env: { ip } });
  const unfold = (text: string): string => text.replaceAll('\r\n ', '');

  test('a calendar program reads milestones and days by the secret of the address alone', async () => {
    const { address } = await make(admin);
    expect(address).toMatch(/^https:\/\/progress\.example\.org\/calendar\/hwc_[\w-]{49}\.ics$/);
    const answer = await read(address);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    const lines = text.split('\r\n');
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const events = unfold(text).split('BEGIN:VEVENT').slice(1);
    expect(
      events.every((one) => /UID:.+@headway\r\n/.test(one) && one.includes('DTSTART;VALUE=DATE:')),
    ).toBe(true);
    const uids = events.map((one) => /UID:(.*)\r/.exec(one)?.[1]);
    expect(new Set(uids).size).toBe(uids.length);
    const milestone = events.find((one) => one.includes('UID:own.A-1.completion@headway'));
    expect(milestone).toContain('DTSTART;VALUE=DATE:20210731');
    expect(milestone).toContain('SUMMARY:Heat pumps\\; phase 2\\, hall "B"');
    expect(unfold(text)).toContain('UID:month.2021-05@headway');
  });

  test('a calendar has no day that may not be redistributed', async () => {
    const { address } = await make(admin);
    const zone = await admin.send('GET', '/api/v1/zone');
    const changed = await admin.send(
      'PATCH',
      '/api/v1/zone',
      { withheld: { fields: ['milestones'] }, reason: 'rights' },
      { 'if-match': zone.headers.get('etag') ?? '' },
    );
    expect(changed.status).toBe(200);
    const text = unfold(await (await read(address)).text());
    expect(text).not.toContain('A-1.completion');
    expect(text).toContain('UID:month.2021-05@headway');
  });

  // seen to fail: the planned days of checklists were in no calendar
  test('open items of checklists are in the calendar on their planned day', async () => {
    const response = await admin.send('GET', '/api/v1/zone');
    const zone = (await response.json()) as ZoneProfile;
    const list = makeAnnual({
      id: 'list',
      comparator: 'qualitative',
      value: undefined,
      period: { kind: 'year', year: 2021 },
      deadline: '2021-12-31',
      baseline_date: '2020-12-31',
      items: [
        makeItem({ planned: '2021-06-01' }),
        makeItem({ id: 'done', planned: '2021-06-01', done: '2021-05-01' }),
        makeItem({ id: 'late', planned: '2021-05-01' }),
      ],
    });
    const changed = await admin.send(
      'PATCH',
      '/api/v1/zone',
      {
        indicators: [...zone.indicators, makeRent()],
        targets: [...zone.targets, list],
        reason: 'ours',
      },
      { 'if-match': response.headers.get('etag') ?? '' },
    );
    expect(changed.status).toBe(200);
    const text = unfold(await (await read((await make(admin)).address)).text());
    const events = text.split('BEGIN:VEVENT').filter((one) => one.includes('.target.list.item.'));
    expect(events).toHaveLength(1);
    expect(events[0]).toContain('UID:own.target.list.item.law@headway');
    expect(events[0]).toContain('DTSTART;VALUE=DATE:20210601');
    expect(events[0]).toContain('Rules passed');
  });

  test('an entry keeps its id when its day changes', async () => {
    const { address } = await make(admin, 'zh-CN');
    const ids = async () => unfold(await (await read(address)).text()).match(/UID:.*/g);
    const before = await ids();
    const response = await admin.send('GET', '/api/v1/projects/A-1');
    const moved = await admin.send(
      'PATCH',
      '/api/v1/projects/A-1',
      {
        facts: { 'milestones.completion.plan': '2021-08-31' },
        valid_from: '2021-05-09',
        reason: 'postponed',
      },
      { 'if-match': response.headers.get('etag') ?? '' },
    );
    expect(moved.status).toBe(200);
    api.clock.wait(60);
    expect(await ids()).toEqual(before);
  });

  test('the secret is stored as a hash, shown once, and ends at once with the calendar', async () => {
    const { address, calendar } = await make(admin);
    const secret = address.slice(address.indexOf('hwc_'), -4);
    const own = await (await admin.send('GET', '/api/v1/account/digest')).text();
    const rows = await api.db.read.selectFrom('calendar_feed').selectAll().execute();
    const audit = await (await admin.send('GET', '/api/v1/audit')).text();
    for (const text of [own, JSON.stringify(rows), audit, JSON.stringify(api.log)])
      expect(text).not.toContain(secret);
    expect((await read(address)).status).toBe(200);
    await admin.json('POST', `${at}/${calendar.id}/end`);
    expect((await read(address)).status).toBe(404);
    expect(JSON.stringify(api.log)).not.toContain(secret);
  });

  test('another person cannot end my calendar, and mine ends when I may no longer sign in', async () => {
    const viewer = await invitePerson(api, admin, 'vi@example.org', 'viewer');
    const { address, calendar } = await make(viewer);
    expect((await admin.send('POST', `${at}/${calendar.id}/end`)).status).toBe(404);
    expect((await read(address)).status).toBe(200);
    await api.db.write((trx) =>
      trx
        .updateTable('account')
        .set({ state: 'disabled' })
        .where('login', '=', 'vi@example.org')
        .execute(),
    );
    expect((await read(address)).status).toBe(404);
  });

  test('issues are in the calendar of those who may see notes only', async () => {
    await admin.json('POST', '/api/v1/projects/A-1/issues', {
      text: 'canary issue',
      severity: 'high',
      since: '2021-05-01',
      due: '2021-05-20',
    });
    const viewer = await invitePerson(api, admin, 'vi@example.org', 'viewer');
    const texts = await Promise.all(
      [admin, viewer].map(async (one) => (await read((await make(one)).address)).text()),
    );
    expect(texts.map((text) => unfold(text).includes('canary issue'))).toEqual([true, false]);
  });

  test('open decisions are in the calendar of those who may see notes only', async () => {
    const decide = (text: string, more: object = {}) =>
      admin.json('POST', '/api/v1/decisions', {
        subject: 'project',
        subject_id: 'A-1',
        text,
        decided_on: '2021-05-01',
        due: '2021-05-20',
        ...more,
      });
    await decide('canary decision');
    await decide('canary past', { due: '2021-05-05' });
    const viewer = await invitePerson(api, admin, 'vi@example.org', 'viewer');
    const texts = await Promise.all(
      [admin, viewer].map(async (one) =>
        unfold(await (await read((await make(one)).address)).text()),
      ),
    );
    expect(texts.map((text) => text.includes('canary decision'))).toEqual([true, false]);
    expect(texts[0]).toMatch(/UID:own\.decision\..+@headway\r\n[\s\S]*DTSTART;VALUE=DATE:20210520/);
    expect(texts[0]).not.toContain('canary past');
  });

  test('gates and legal deadlines are in the calendar of those who see them, with the next actor', async () => {
    const later = { facts: { name: 'Gears', site_mode: 'lease' }, valid_from: '2021-04-01' };
    await admin.json('POST', '/api/v1/projects', { ...later, code: 'B-1', stage: 'registered' });
    const past = { facts: { name: 'Late' }, valid_from: '2020-01-31' };
    await admin.json('POST', '/api/v1/projects', { ...past, code: 'C-1', stage: 'registered' });
    const viewer = await invitePerson(api, admin, 'vi@example.org', 'viewer');
    const { address } = await make(admin);
    const gates = async (from: string) =>
      unfold(await (await read(from)).text())
        .split('BEGIN:VEVENT')
        .flatMap((one) => {
          const uid = /UID:(own\..*\.gate\..*)@headway\r/.exec(one)?.[1];
          const day = /DTSTART;VALUE=DATE:(\d+)/.exec(one)?.[1];
          return uid === undefined ? [] : [[uid, day, /SUMMARY:(.*)\r/.exec(one)?.[1]]];
        });
    const filing = 'Filing\\, 24 months (legal deadline)\\, next: the investor';
    expect(await gates(address)).toEqual([
      ['own.B-1.gate.permits', '20220101', 'Gears: Permits\\, next: the authority'],
      ['own.C-1.gate.filing_24', '20220131', `Late: ${filing}`],
      ['own.A-1.gate.power', expect.any(String), expect.stringMatching(/Power.*the utility$/)],
      ['own.B-1.gate.filing_24', '20230401', `Gears: ${filing}`],
    ]);
    const ids = (await gates(address)).map(([uid]) => uid);
    api.clock.wait(5);
    expect((await gates(address)).map(([uid]) => uid)).toEqual(ids);
    const response = await admin.send('GET', '/api/v1/zone');
    const changed = await admin.send(
      'PATCH',
      '/api/v1/zone',
      {
        gates: [
          {
            id: 'water',
            name: { en: 'Water; line "2"' },
            from: 'registered',
            until: 'operation',
            months: 18,
            actor: 'zone',
          },
        ],
        reason: 'own gates',
      },
      { 'if-match': response.headers.get('etag') ?? '' },
    );
    expect(changed.status).toBe(200);
    expect(await gates(address)).toEqual([
      ['own.C-1.gate.water', '20210731', 'Late: Water\\; line "2"\\, next: the zone'],
      ['own.B-1.gate.water', '20221001', 'Gears: Water\\; line "2"\\, next: the zone'],
    ]);
    expect(await gates((await make(viewer)).address)).toEqual([]);
  });

  test('a wrong address opens nothing and is not logged', async () => {
    for (const [kind, path] of [
      ['no secret', '/calendar/x.ics'],
      ['a wrong secret', `/calendar/hwc_${'A'.repeat(49)}.ics`],
      ['a control character', '/calendar/%00.ics'],
      ['a way out', '/calendar/..%2f..%2fetc%2fpasswd'],
      ['a long name', `/calendar/${'a'.repeat(5000)}`],
      ['another kind of secret', '/calendar/hwt_x.ics'],
    ] as const) {
      const answer = await read(path);
      expect(answer.status, kind).toBe(404);
      expect(JSON.stringify(api.log)).not.toMatch(/hwc_|AAAA|aaaa|passwd/);
    }
  });

  test('a person who guesses must wait, and does not stop others from reading', async () => {
    const { address } = await make(admin);
    const statuses: number[] = [];
    for (let n = 0; n < 40; n += 1) statuses.push((await read(`/calendar/guess-${n}.ics`)).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([404, 429]);
    expect((await read(address)).status).toBe(200);
    expect((await read('/calendar/x.ics', '198.51.100.5')).status).toBe(404);
    const readings: number[] = [];
    for (let n = 0; n < 31; n += 1) readings.push((await read(address)).status);
    expect(readings.at(-1)).toBe(429);
    api.clock.wait(2);
    expect((await read(address)).status).toBe(200);
  });

  test('a person has at most five calendars', async () => {
    for (let n = 0; n < 5; n += 1) await make(admin, 'ja');
    expect((await admin.send('POST', at, { language: 'ja' })).status).toBe(409);
    const own = await admin.json<OwnDigest>('GET', '/api/v1/account/digest');
    expect(own.calendars).toHaveLength(5);
    expect((await admin.send('POST', at, { language: 'fr' })).status).toBe(400);
  });
});
