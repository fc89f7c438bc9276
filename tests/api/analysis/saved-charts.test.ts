import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import type { ReportReply } from '#contract/exports/schemas.ts';
import type { SavedChart, SavedChartInput } from '#contract/saved-charts/schemas.ts';
import type { ChartFile } from '#server/exports/figure/to-json.ts';
import type { Principal } from '#server/core/policy.ts';
import { openApi, type TestApi } from '../../setup/api/api.ts';
import { engines } from '../../setup/api/stores.ts';

const person = (
  id: string,
  role: Principal['role'],
): { readonly env: { principal: Principal } } => ({
  env: { principal: { id, name: `Name of ${id}`, mode: 'account', role } },
});
const ada = person('ada', 'manager');
const ben = person('ben', 'analyst');
const vic = person('vic', 'viewer');
const input: SavedChartInput = {
  title: 'What is missing',
  view: { chart: 'outlook' },
  is_shared: false,
  is_pinned: false,
  is_in_report: false,
};
const path = '/api/v1/saved-charts';
const listCharts = async (api: TestApi, who: typeof ada): Promise<readonly SavedChart[]> =>
  ((await (await api.send('GET', path, who)).json()) as { items: SavedChart[] }).items;

describe.each(engines)('saved charts on %s', (engine) => {
  let api: TestApi;
  afterEach(() => api.close());
  const list = (who: typeof ada) => listCharts(api, who);
  const save = async (who: typeof ada, body: object = input) => {
    const response = await api.send('POST', path, { ...who, body });
    return {
      status: response.status,
      json: (await response.json()) as SavedChart & { detail: string },
    };
  };

  it('are visible to their owner only, or to everyone', async () => {
    api = await openApi(engine);
    expect((await save(ada)).status).toBe(201);
    expect((await save(ada, { ...input, title: 'For all', is_shared: true })).status).toBe(201);
    expect((await list(ada)).map(({ title }) => title)).toEqual(['For all', 'What is missing']);
    expect((await list(ben)).map(({ title, may_change }) => [title, may_change])).toEqual([
      ['For all', false],
    ]);
  });

  it('are not listed for a viewer where they are filtered or grouped by owner or unit', async () => {
    api = await openApi(engine);
    for (const filter of [{ owner: 'Li' }, { unit: 'Office' }, { by: 'owner' }, { by: 'zone' }])
      await save(ada, {
        ...input,
        title: JSON.stringify(filter),
        view: { chart: 'breakdown', ...filter },
        is_shared: true,
      });
    expect(await list(ben)).toHaveLength(4);
    expect((await list(vic)).map(({ title }) => title)).toEqual(['{"by":"zone"}']);
  });

  // seen to fail: the file had the texts of the saved chart over the usual breakdown of all projects
  it('have files as they were saved, unless the file names a choice of its own', async () => {
    api = await openApi(engine);
    const view = { chart: 'breakdown', by: 'country', measure: 'count', industry: 'eco' };
    const { json: saved } = await save(ben, { ...input, title: 'Eco by country', view });
    const fileOf = async (query: string) =>
      (await (
        await api.send('GET', `${path}/${saved.id}/files/breakdown.json?lang=en${query}`, ben)
      ).json()) as ChartFile;
    const read = ({ title, options, filters }: ChartFile) => [title, options?.['by'], filters];
    expect(read(await fileOf(''))).toEqual(['Eco by country', 'country', { industry: 'eco' }]);
    expect(read(await fileOf('&title=All&by=stage'))).toEqual(['All', 'stage', {}]);
  });

  it('keep their annotations, which their files have and the files of others do not', async () => {
    api = await openApi(engine);
    const annotations = [
      { at: '2021-03-31', text: '奠基' },
      { at: '1500000000.5', unit: 'CNY', text: 'Half of it' },
    ];
    const body = { ...input, view: { chart: 'breakdown' }, annotations };
    const { status, json: saved } = await save(ben, body);
    expect(status).toBe(201);
    expect((await list(ben))[0]?.annotations).toEqual(annotations);
    const fileOf = (file: string, who: typeof ada) =>
      api.send('GET', `${path}/${saved.id}/files/${file}`, who);
    const file = (await (await fileOf('breakdown.json?lang=en', ben)).json()) as ChartFile;
    expect(file.notes[0]).toBe('1. 31 March 2021: 奠基');
    expect(file.notes[1]).toMatch(/^2\. .+: Half of it$/);
    for (const value of Object.values(file.options ?? {})) expect(value).toBeTypeOf('string');
    for (const format of ['csv', 'xlsx', 'pptx'])
      expect((await fileOf(`breakdown.${format}`, ben)).status, format).toBe(200);
    expect((await fileOf('breakdown.json', ada)).status).toBe(404);
    expect((await fileOf('outlook.json', ben)).status).toBe(404);
    const plain = (await (
      await api.send('GET', '/api/v1/charts/breakdown.json', ben)
    ).json()) as ChartFile;
    expect(plain.notes.join(' ')).not.toContain('Half of it');
    const changed = await api.send('PUT', `${path}/${saved.id}`, {
      ...ben,
      body: { ...input, view: { chart: 'breakdown' } },
      headers: { 'if-match': '"1"' },
    });
    expect(changed.status).toBe(200);
    expect((await list(ben))[0]?.annotations).toBeUndefined();
  });

  // seen to fail: no file had the note
  it('have their whole note in each file that has notes', async () => {
    api = await openApi(engine);
    const long = Array.from({ length: 150 }, (_, at) => `第${at}项待核实，`).join('');
    const body = { ...input, view: { chart: 'breakdown' }, note: `For Monday\n${long}` };
    const { json: saved } = await save(ben, body);
    const read = async (file: string): Promise<Response> =>
      api.send('GET', `${path}/${saved.id}/files/${file}`, ben);
    const { notes } = (await (await read('breakdown.json?lang=en')).json()) as ChartFile;
    expect(notes.slice(0, 2)).toEqual(['For Monday', long]);
    // a CSV has rows only; its description has the rest
    const description = await (await read('breakdown.datapackage.json?lang=en')).json();
    expect(JSON.stringify(description)).toContain(long);
    const plain = (xml: string): string => xml.replaceAll(/<[^>]+>|\s/g, '');
    for (const [format, part] of [
      ['pptx', /^ppt\/notesSlides\/notesSlide1\.xml$/],
      ['xlsx', /^xl\/(sharedStrings|worksheets\/sheet\d+)\.xml$/],
    ] as const) {
      const parts = unzipSync(
        new Uint8Array(await (await read(`breakdown.${format}`)).arrayBuffer()),
      );
      const texts = Object.keys(parts).filter((name) => part.test(name));
      const whole = texts.map((name) => plain(strFromU8(parts[name] ?? new Uint8Array()))).join('');
      expect(whole, format).toContain(long);
    }
  });

  it('can be saved for everyone by a manager only', async () => {
    api = await openApi(engine);
    const { status, json } = await save(ben, { ...input, is_shared: true });
    expect(status).toBe(403);
    expect(json.detail).toBe('Save the chart for yourself: only a manager saves for everyone.');
    expect(await list(ben)).toEqual([]);
  });

  it('change only in the version that was seen, and can be removed', async () => {
    api = await openApi(engine);
    const { json: saved } = await save(ben);
    const body = { ...input, title: 'Gap', note: 'For Monday' };
    const change = (match: string, who = ben) =>
      api.send('PUT', `${path}/${saved.id}`, { ...who, body, headers: { 'if-match': match } });
    expect((await change('"7"')).status).toBe(412);
    expect((await change('"1"', ada)).status).toBe(404);
    expect((await change('"1"')).status).toBe(200);
    expect((await list(ben))[0]).toMatchObject({ title: 'Gap', note: 'For Monday', version: 2 });
    const remove = (match: string) =>
      api.send('DELETE', `${path}/${saved.id}`, { ...ben, headers: { 'if-match': match } });
    expect((await remove('"1"')).status).toBe(412);
    expect((await remove('"2"')).status).toBe(200);
    expect(await list(ben)).toEqual([]);
  });

  it('are limited to 200 for one person', async () => {
    api = await openApi(engine);
    for (let n = 0; n < 200; n += 1) await save(ben, { ...input, title: `Chart ${n}` });
    const { status, json } = await save(ben);
    expect(status).toBe(409);
    expect(json.detail).toBe('Remove a saved chart first: a person has at most 200.');
    expect((await save(ada)).status).toBe(201);
  });
});

// a refused chart stores nothing, so all of them are sent to one store of each engine
describe.each(engines)('saved charts on $name', (engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openApi(engine);
  });
  afterEach(async () => {
    for (const who of [ada, ben]) expect(await listCharts(api, who)).toEqual([]);
  });
  afterAll(() => api.close());
  const statusOf = async (who: typeof ada, body: object): Promise<number> =>
    (await api.send('POST', path, { ...who, body })).status;

  it.each([
    ['no day and no number', [{ at: 'soon', text: 'x' }]],
    ['a day that does not exist', [{ at: '2021-02-30', text: 'x' }]],
    ['no text', [{ at: '2021-02-28', text: ' ' }]],
    ['a long text', [{ at: '2021-02-28', text: 'x'.repeat(301) }]],
    ['an endless number', [{ at: '9'.repeat(39), text: 'x' }]],
    ['too many', Array.from({ length: 11 }, () => ({ at: '2021-02-28', text: 'x' }))],
    ['another field', [{ at: '2021-02-28', text: 'x', colour: 'red' }]],
  ])('refuse annotations with %s', async (_, annotations) => {
    expect(await statusOf(ada, { ...input, annotations })).toBe(400);
  });

  it.each([
    ['a chart that does not exist', { ...input, view: { chart: 'pie' } }],
    ['a blank title', { ...input, title: '  ' }],
    ['a title of 201 characters', { ...input, title: 'x'.repeat(201) }],
    ['an unknown option', { ...input, view: { chart: 'outlook', colour: 'red' } }],
    [
      'a day that the calendar does not have',
      { ...input, view: { chart: 'outlook', as_of: '2021-02-30' } },
    ],
    ['text in place of yes or no', { ...input, is_pinned: 'yes' }],
  ])('refuse %s and store nothing', async (_name, body) => {
    expect(await statusOf(ben, body)).toBe(400);
  });
});

describe('a saved chart in the report', () => {
  const shared = { ...input, title: 'Gap for the board', is_shared: true, is_in_report: true };
  const blocksOf = async (api: TestApi, who = ada) => {
    const response = await api.send('GET', '/api/v1/report?lang=en', who);
    const { report } = (await response.json()) as ReportReply;
    return report.sections.flatMap(({ blocks }) => blocks);
  };

  it('is there with its title, its rows and the query of its picture', async () => {
    const api = await openApi();
    await api.send('POST', path, { ...ada, body: shared });
    const block = (await blocksOf(api)).find(
      (one) => one.kind === 'figure' && one.saved !== undefined,
    );
    expect(block).toMatchObject({
      chart: 'outlook',
      saved: {
        title: 'Gap for the board',
        query: { title: 'Gap for the board', as_of: '2021-04-16' },
      },
    });
    const slides = await api.send('GET', '/api/v1/documents/report.pptx?lang=en', ada);
    const parts = unzipSync(new Uint8Array(await slides.arrayBuffer()));
    expect(Object.values(parts).some((part) => strFromU8(part).includes('Gap for the board'))).toBe(
      true,
    );
    await api.close();
  });

  it('names the filter of its projects on its slide', async () => {
    const api = await openApi();
    const view = { chart: 'stage_time', industry: 'eco' };
    await api.send('POST', path, { ...ada, body: { ...shared, view } });
    const slides = await api.send('GET', '/api/v1/documents/report.pptx?lang=en', ada);
    const parts = Object.values(unzipSync(new Uint8Array(await slides.arrayBuffer()))).map((part) =>
      strFromU8(part),
    );
    expect(parts.find((part) => part.includes('Gap for the board'))).toContain(
      'Projects filtered by Industry: Energy conservation and environmental protection',
    );
    await api.close();
  });

  it('is refused for a chart that only its owner sees', async () => {
    const api = await openApi();
    const response = await api.send('POST', path, {
      ...ada,
      body: { ...shared, is_shared: false },
    });
    expect(response.status).toBe(400);
    await api.close();
  });

  it.each([{ owner: 'Li' }, { unit: 'Office' }, { by: 'owner' }])(
    'is left out of the report of a viewer with %j',
    async (filter) => {
      const api = await openApi();
      const view = { chart: 'breakdown', ...filter };
      await api.send('POST', path, { ...ada, body: { ...shared, view } });
      const saved = async (who: typeof ada) =>
        (await blocksOf(api, who)).filter((one) => one.kind === 'figure' && 'saved' in one);
      expect(await saved(ben)).toHaveLength(1);
      expect(await saved(vic)).toEqual([]);
      await api.close();
    },
  );

  it('states that it cannot be drawn when an option is gone', async () => {
    const api = await openApi();
    const view = { chart: 'outlook', by: 'former_breakdown' };
    await api.send('POST', path, { ...ada, body: { ...shared, view } });
    expect(await blocksOf(api)).toContainEqual({
      kind: 'text',
      text: 'The saved chart “Gap for the board” can’t be drawn any more.',
    });
    await api.close();
  });
});
