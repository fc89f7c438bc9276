import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EditedProject } from '#contract/projects/edit-schemas.ts';
import type { MadeCalendar } from '#contract/reminders/schemas.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { firstAdmin, type TestBrowser } from '../../setup/api/accounts.ts';
import { draft } from '../../setup/api/links.ts';
import { openReminderApi, setZoneDays, type ReminderApi } from '../../setup/api/reminders.ts';
import { engines, type TestEngine } from '../../setup/api/stores.ts';

const projects = '/api/v1/projects';
const site = 'https://progress.example.org';
/** At half past eleven in the evening of 30 April in UTC, and an hour later. */
const [before, after] = ['2021-04-30T23:30:00Z', '2021-05-01T00:30:00Z'];

/** Opens a zone with one project on 1 April. */
async function openZone(engine: TestEngine) {
  const api = await openReminderApi(engine);
  const admin = await firstAdmin(api);
  api.clock.set('2021-04-01T12:00:00Z');
  await admin.json('POST', projects, {
    code: 'A-1',
    stage: 'construction',
    facts: { name: 'A' },
  });
  return { api, admin };
}
const problemOf = async (answer: Promise<Response>) => {
  const { status, detail, errors } = (await (await answer).json()) as {
    status: number;
    detail: string;
    errors: { path: string }[];
  };
  return { status, detail, paths: errors.map(({ path }) => path) };
};
const patchZone = async (admin: TestBrowser, body: object) => {
  const tag = (await admin.send('GET', '/api/v1/zone')).headers.get('etag') ?? '';
  return admin.send('PATCH', '/api/v1/zone', body, { 'if-match': tag });
};

describe.each(engines)('days of a zone on $name', (engine) => {
  let api: ReminderApi;
  let admin: TestBrowser;
  beforeEach(async () => {
    ({ api, admin } = await openZone(engine));
  });
  afterEach(() => api.close());

  test('the next report is due from the report day there on, until its month is closed', async () => {
    await setZoneDays(admin, { time_zone: 'Asia/Tokyo', report_day: 10 });
    const due = async (moment: string) => {
      api.clock.set(moment);
      return (await admin.json<Overview>('GET', '/api/v1/overview')).report_due;
    };
    expect(await due('2021-05-09T14:59:00Z')).toBeUndefined();
    expect(await due('2021-05-09T15:01:00Z')).toBe('2021-05-10');
    await admin.json('POST', '/api/v1/periods/2021-04/close', {});
    expect(await due('2021-05-09T15:02:00Z')).toBeUndefined();
  });

  describe.each([
    ['Asia/Tokyo', ['2021-05-01', '2021-05-01']],
    ['America/Santiago', ['2021-04-30', '2021-04-30']],
    ['Pacific/Kiritimati', ['2021-05-01', '2021-05-01']],
    ['UTC', ['2021-04-30', '2021-05-01']],
  ] as const)('in %s', (time_zone, days) => {
    const readDays = async (read: () => Promise<string>): Promise<string[]> => {
      const days: string[] = [];
      for (const moment of [before, after]) {
        api.clock.set(moment);
        days.push(await read());
      }
      return days;
    };
    beforeEach(() => setZoneDays(admin, { time_zone }));

    test('a change holds from the day of the zone, and a later day is refused', async () => {
      const creationDays = await readDays(async () => {
        const code = `B-${api.clock.now().getTime()}`;
        const body = { code, stage: 'negotiation', facts: { name: code } };
        const { project } = await admin.json<EditedProject>('POST', projects, body);
        return project.stage_since ?? '';
      });
      expect(creationDays).toEqual(days);
      const tomorrow = days[1] === '2021-05-01' ? '2021-05-02' : '2021-05-01';
      const body = {
        code: 'C-1',
        stage: 'negotiation',
        valid_from: tomorrow,
        facts: { name: 'C' },
      };
      expect(await problemOf(admin.send('POST', projects, body))).toMatchObject({
        status: 400,
        paths: ['valid_from'],
      });
    });

    test('a month can be closed once its last day has ended there', async () => {
      const states = await readDays(async () => {
        const closing = await admin.send('POST', '/api/v1/periods/2021-04/close', {});
        return closing.ok ? 'closed' : String(closing.status);
      });
      const ended = days.map((day) => day > '2021-04-30');
      expect(states).toEqual(
        ended[0] ? ['closed', '412'] : ended[1] ? ['400', 'closed'] : ['400', '400'],
      );
    });

    test('own data is as old as the days of the zone say, from the cache too', async () => {
      const ages = await readDays(async () => {
        const path = '/api/v1/overview?as_of=2021-04-01';
        const { age_days } = await admin.json<Overview>('GET', path);
        expect((await admin.json<Overview>('GET', path)).age_days).toBe(age_days);
        return String(age_days);
      });
      expect(ages).toEqual(days.map((day) => (day === '2021-05-01' ? '15' : '14')));
    });

    test('each response names the time zone, and known_at as a day ends with the day there', async () => {
      const answer = await admin.send('GET', '/api/v1/health');
      expect(answer.headers.get('headway-time-zone')).toBe(time_zone);
      api.clock.set(before);
      await patchZone(admin, {
        short_name: { 'zh-CN': '晚', ja: '晩', en: 'Late' },
        reason: 'late',
      });
      const profile = await admin.json<ZoneProfile>('GET', '/api/v1/zone?known_at=2021-04-30');
      expect(profile.short_name.en === 'Late').toBe(days[0] === '2021-04-30');
    });

    test('the calendar has the report days from the day there on', async () => {
      await setZoneDays(admin, { report_day: 31 });
      const { address } = await admin.json<MadeCalendar>('POST', '/api/v1/account/calendars', {
        language: 'en',
      });
      const first = await readDays(async () => {
        const text = await (await api.send('GET', address.replace(site, ''))).text();
        const event = text.split('BEGIN:VEVENT').find((one) => one.includes('UID:month.'));
        return /DTSTART;VALUE=DATE:(\d+)/.exec(event ?? '')?.[1] ?? '';
      });
      // April has no 31st
      expect(first).toEqual(days.map((day) => (day === '2021-05-01' ? '20210531' : '20210430')));
    });

    test('a link until a day ends with that day there', async () => {
      api.clock.set(before);
      const { link } = await admin.json<{ link: { expires_at: string } }>('POST', '/api/v1/links', {
        ...draft,
        name: 'Bureau',
        expires_at: '2021-05-10',
      });
      const ends = {
        'Asia/Tokyo': '2021-05-10T14:59:59.999Z',
        'America/Santiago': '2021-05-11T03:59:59.999Z',
        'Pacific/Kiritimati': '2021-05-10T09:59:59.999Z',
        UTC: '2021-05-10T23:59:59.999Z',
      };
      expect(link.expires_at).toBe(ends[time_zone]);
    });
  });

  test('time zone and report day have a history, and null brings back the usual ones', async () => {
    await setZoneDays(admin, { time_zone: 'Asia/Tokyo', report_day: 15 });
    expect(await admin.json('GET', '/api/v1/zone')).toMatchObject({
      time_zone: 'Asia/Tokyo',
      report_day: 15,
    });
    expect((await patchZone(admin, { time_zone: null, report_day: null })).status).toBe(200);
    const { items } = await admin.json<{ items: { changes: object[] }[] }>(
      'GET',
      '/api/v1/zone/versions',
    );
    expect(items[0]?.changes).toEqual([
      { path: 'report_day', from: '15' },
      { path: 'time_zone', from: 'Asia/Tokyo' },
    ]);
    const answer = await admin.send('GET', '/api/v1/zone');
    expect(answer.headers.get('headway-time-zone')).toBe('UTC');
  });
});

// a refused change stores nothing, so all of them are sent to one store of each engine
describe.each(engines)('refused days of a zone on $name', (engine) => {
  let api: ReminderApi;
  let admin: TestBrowser;
  let profile: ZoneProfile;
  const readProfile = () => admin.json<ZoneProfile>('GET', '/api/v1/zone');
  beforeAll(async () => {
    ({ api, admin } = await openZone(engine));
    profile = await readProfile();
  });
  afterEach(async () => {
    expect(await readProfile()).toEqual(profile);
  });
  afterAll(() => api.close());

  test.each(['Mars/Base', 'Asia/Tokio', '+09:00', 'UTC+8', '../etc', 'Asia/Tokyo ', '上海'])(
    'the time zone %s is refused with the valid form',
    async (time_zone) => {
      const problem = await problemOf(patchZone(admin, { time_zone }));
      expect(problem).toMatchObject({ status: 422, paths: ['time_zone'] });
      expect(problem.detail).toContain('Asia/Shanghai');
    },
  );

  test.each([
    { time_zone: '' },
    { time_zone: 'x'.repeat(61) },
    { time_zone: 9 },
    { time_zone: ['UTC'] },
    { time_zone: 'a\u0000b' },
    { report_day: 0 },
    { report_day: 32 },
    { report_day: 1.5 },
    { report_day: '15' },
    { report_day: -1 },
    { report_day: 1e21 },
  ])('the settings %j are refused with their field', async (body) => {
    const { status, paths } = await problemOf(patchZone(admin, body));
    expect(status).toBe(400);
    expect(paths.some((path) => path.includes(Object.keys(body)[0] ?? '?'))).toBe(true);
  });
});
