import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { OwnDigest, OwnDigestChoice } from '#contract/reminders/schemas.ts';
import { type MadeReports, readDigestReports } from '#server/reminders/digest-report.ts';
import { firstAdmin, invitePerson, type TestBrowser } from '../../setup/api/accounts.ts';
import {
  addWebhook,
  mailServerOf,
  openReminderApi,
  setReminders,
  setZoneDays,
  type ReminderApi,
} from '../../setup/api/reminders.ts';
import {
  openHookSink,
  openMailSink,
  type HookSink,
  type MailSink,
  type ReceivedMail,
} from '../../setup/api/sinks.ts';
import { engines } from '../../setup/api/stores.ts';

let box: MailSink;
let hook: HookSink;
beforeAll(async () => {
  box = await openMailSink();
  hook = await openHookSink();
});
afterAll(async () => {
  await box.close();
  await hook.close();
});

const withSlides: OwnDigestChoice = {
  frequency: 'weekly',
  weekday: 1,
  language: 'en',
  channel: 'email',
  report: 'pptx',
};
const readChoice = (browser: TestBrowser) =>
  browser.json<OwnDigest>('GET', '/api/v1/account/digest');
async function choose(browser: TestBrowser, choice: OwnDigestChoice): Promise<void> {
  const { version } = await readChoice(browser);
  await browser.json('PUT', '/api/v1/account/digest', choice, { 'if-match': `"${version}"` });
}
/** The words of a mail. */
const readText = ({ data }: ReceivedMail): string =>
  data.replaceAll('=\r\n', '').replaceAll('=E2=80=99', '’');
/** The attached files of a mail: their names and bytes. */
const readFiles = ({ data }: ReceivedMail) =>
  [
    ...data.matchAll(
      /Content-Disposition: attachment;\s+filename\S*?=([^\r]+)\r\n(?:[^\r]+\r\n)*\r\n([A-Za-z0-9+/=\r\n]+)/g,
    ),
  ].map(([, name = '', content = '']) => ({
    name,
    bytes: new Uint8Array(Buffer.from(content, 'base64')),
  }));
const readSlides = (bytes: Uint8Array): string =>
  Object.entries(unzipSync(bytes))
    .filter(([part]) => /slides\/slide\d+\.xml$/.test(part))
    .map(([, xml]) => strFromU8(xml))
    .join('');

describe.each(engines)('the report with a digest on $name', (engine) => {
  let api: ReminderApi;
  let admin: TestBrowser;
  beforeEach(async () => {
    api = await openReminderApi(engine);
    admin = await firstAdmin(api);
    await setZoneDays(admin, { time_zone: 'Asia/Shanghai' });
    await setReminders(admin, { mail_server: mailServerOf(box) });
    await admin.json('POST', '/api/v1/projects', {
      code: 'A-1',
      stage: 'negotiation',
      valid_from: '2021-02-01',
      facts: { name: 'Heat pumps' },
    });
    await admin.json('POST', '/api/v1/projects/A-1/issues', {
      text: 'canary issue',
      severity: 'high',
      since: '2021-03-01',
      due: '2021-05-20',
    });
  });
  afterEach(() => api.close());
  const close = (month: string) => admin.json('POST', `/api/v1/periods/${month}/close`, {});
  /** The mails of the next run, by their readers. */
  async function run(): Promise<ReadonlyMap<string | undefined, ReceivedMail>> {
    const before = box.mails.length;
    for (const { fault } of await api.run()) expect(fault).toBeUndefined();
    return new Map(box.mails.slice(before).map((mail) => [mail.to[0], mail]));
  }

  test('is off until a person chooses it, and no webhook gets it', async () => {
    const { report: _report, ...plain } = withSlides;
    await choose(admin, plain);
    expect(await readChoice(admin)).not.toHaveProperty('report');
    const { id: channel } = await addWebhook(admin, hook.address);
    const viewer = await invitePerson(api, admin, 'vi@example.org', 'viewer');
    await choose(viewer, { ...withSlides, channel });
    expect(await readChoice(viewer)).not.toHaveProperty('report');
    await close('2021-04');
    api.clock.wait(15);
    const mail = (await run()).get('ada@example.org');
    expect(mail?.data).not.toContain('attachment');
    expect(hook.posts.at(-1)?.body).not.toContain('Attached');
  });

  test('contains the data that its reader may see, once for each closing', async () => {
    const viewer = await invitePerson(api, admin, 'vi@example.org', 'viewer');
    await choose(viewer, withSlides);
    await choose(admin, withSlides);
    expect(await readChoice(admin)).toMatchObject({ report: 'pptx' });
    await close('2021-04');
    api.clock.wait(15);
    const mails = await run();
    const slides = ['vi@example.org', 'ada@example.org'].map((to) => {
      const mail = mails.get(to);
      if (mail === undefined) throw new Error(`no mail to ${to}`);
      expect(readText(mail)).toContain('Attached: the report of April 2021');
      const [file, ...others] = readFiles(mail);
      expect(others).toEqual([]);
      expect(file?.name).toMatch(/_2021-04_en\.pptx/);
      return readSlides(file?.bytes ?? new Uint8Array());
    });
    expect(slides.map((text) => text.includes('canary issue'))).toEqual([false, true]);
    api.clock.wait(7 * 24 * 60);
    for (const mail of (await run()).values()) expect(readFiles(mail)).toEqual([]);
  });

  test('that cannot be made is named in the digest, which is sent nevertheless', async () => {
    await choose(admin, { ...withSlides, report: 'pdf' });
    await close('2021-04');
    api.clock.wait(15);
    const mail = (await run()).get('ada@example.org');
    if (mail === undefined) throw new Error('no mail');
    expect(readFiles(mail)).toEqual([]);
    expect(readText(mail)).toContain('The report of April 2021 could not be made');
  });

  test('that is too large is named with its size, in the language of the reader', async () => {
    await close('2021-04');
    const now = api.clock.now();
    const period = { from: new Date(now.getTime() - 86_400_000), due: now };
    for (const [language, words] of [
      [
        'en',
        /The report of April 2021 is not attached: it is \d\.\d MB, above the limit of \d\.\d MB for mails/,
      ],
      ['zh-CN', /2021年4月报告为\d\.\d MB，超过邮件附件上限\d\.\d MB/],
      ['ja', /2021年4月の報告書は\d\.\d MBで、添付の上限\d\.\d MBを超える/],
    ] as const) {
      const reader = { role: 'viewer', language, format: 'pptx' } as const;
      const [report, ...others] = await readDigestReports(
        ...([api.deps, reader, period, new Map(), 1000] as const),
      );
      expect(others).toEqual([]);
      expect(report).not.toHaveProperty('file');
      expect(report?.text).toMatch(words);
    }
    const before = { from: new Date(0), due: period.from };
    const reader = { role: 'viewer', language: 'en', format: 'pptx' } as const;
    expect(await readDigestReports(api.deps, reader, before, new Map())).toEqual([]);
  });

  test('is one for each month that was closed, each made once for readers with the same rights', async () => {
    const viewer = await invitePerson(api, admin, 'vi@example.org', 'viewer');
    const other = await invitePerson(api, admin, 'vo@example.org', 'viewer');
    for (const browser of [viewer, other]) await choose(browser, withSlides);
    for (const month of ['2021-02', '2021-03', '2021-04']) await close(month);
    api.clock.wait(15);
    const mails = await run();
    const files = ['vi@example.org', 'vo@example.org'].map((to) => {
      const mail = mails.get(to);
      if (mail === undefined) throw new Error(`no mail to ${to}`);
      for (const month of ['February', 'March', 'April'])
        expect(readText(mail)).toContain(`Attached: the report of ${month} 2021`);
      return readFiles(mail);
    });
    expect(files[0]?.map(({ name }) => /2021-\d\d/.exec(name)?.[0])).toEqual([
      ...['2021-02', '2021-03', '2021-04'],
    ]);
    expect(files[1]).toEqual(files[0]);
  });

  test('of the last month has the room, and those without any are named', async () => {
    for (const month of ['2021-03', '2021-04']) await close(month);
    const now = api.clock.now();
    const period = { from: new Date(now.getTime() - 86_400_000), due: now };
    const reports: MadeReports = new Map();
    for (const [language, words] of [
      ['en', /March 2021 is not attached: with the others .* above the limit of \d\.\d MB/],
      ['zh-CN', /2021年3月报告未附上：与其他报告合计将超过邮件附件上限\d\.\d MB/],
      ['ja', /2021年3月の報告書は、ほかの報告書と合わせると添付の上限\d\.\d MBを超える/],
    ] as const) {
      const reader = { role: 'viewer', language, format: 'pptx' } as const;
      const all = await readDigestReports(api.deps, reader, period, reports);
      const sizes = all.map(({ file }) => file?.bytes.length ?? 0);
      const [march, april] = await readDigestReports(
        ...([api.deps, reader, period, reports, Math.max(...sizes)] as const),
      );
      expect(march?.text).toMatch(words);
      expect(march).not.toHaveProperty('file');
      // the very file of the first time
      expect(april?.file).toBe(all[1]?.file);
    }
    expect(reports.size).toBe(2 * 3);
  });

  // seen to fail: a zone that closed years at once had all their files made for no mail
  test('of the months before one without room are not made', async () => {
    for (const month of ['2021-01', '2021-02', '2021-03', '2021-04']) await close(month);
    const now = api.clock.now();
    const period = { from: new Date(now.getTime() - 86_400_000), due: now };
    const reader = { role: 'viewer', language: 'en', format: 'pptx' } as const;
    const april: MadeReports = new Map();
    const [newest] = (await readDigestReports(api.deps, reader, period, april)).toReversed();
    const reportsByLanguage: MadeReports = new Map();
    const most = (newest?.file?.bytes.length ?? 0) + 1000;
    const reports = await readDigestReports(api.deps, reader, period, reportsByLanguage, most);
    expect(reports.map(({ file }) => file?.name.includes('2021-04'))).toEqual([
      ...[undefined, undefined, undefined, true],
    ]);
    for (const { text } of reports.slice(0, 3)) expect(text).toContain('with the others');
    expect([...reportsByLanguage.keys()].map((key) => key.slice(0, 7))).toEqual([
      '2021-04',
      '2021-03',
    ]);
  });
});
