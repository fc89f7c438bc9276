import { describe, expect, it } from 'vitest';
import { reportSections } from '#domain/zone/report/report-template.ts';
import { makeFullReport, makeReport } from '#report/make-report.ts';
import { makeSecondaryCurrency } from '#domain/overview/secondary-currency.ts';
import { languages } from '#domain/values/language.ts';
import { compact } from '#domain/values/compact.ts';
import { sameWords } from '#domain/values/term.ts';
import type { Report, ReportInput } from '#domain/report/report.ts';
import { sampleOverview } from '#charts/kit/overview.fixture.ts';
import { changes, input } from '#report/report-input.fixture.ts';

const textOf = (report: Report): string => JSON.stringify(report);

describe('the report of a period', () => {
  it.each(languages)(
    'has its sections in order, marks invented values, and names its day, in %s',
    (language) => {
      const report = makeReport(input({ language }));
      expect(report.sections.map(({ id }) => id)).toEqual([
        'statement',
        'ledger',
        'projects',
        'changes',
        'problems',
        'definitions',
      ]);
      expect(report.sections.map(({ number = '' }) => number)).toEqual(
        {
          'zh-CN': ['一、', '二、', '三、', '四、', '五、', ''],
          ja: ['1　', '2　', '3　', '4　', '5　', ''],
          en: ['', '', '', '', '', ''],
        }[language],
      );
      expect(report.warning).toBeDefined();
      expect(report.foot).toContain(language === 'en' ? '2021' : '2021年');
      expect(textOf(report)).not.toMatch(/undefined|NaN|\[object/);
      expect(textOf(report)).not.toMatch(language === 'ja' ? /億円/ : /▲|▼/);
    },
  );
  it('names key projects and next milestones in its language', () => {
    const project = {
      code: 'A01',
      name: '热泵项目',
      names: { en: 'Heat pumps' },
      stage: 'construction',
      money: { minor: '100', currency: 'CNY' },
      next: { type: 'completion', plan: '2021-06-01', baseline: '2021-06-01' },
    } as const;
    const overview = { ...sampleOverview, targets: [], established: [project] };
    const words = (language: 'en' | 'zh-CN') => textOf(makeReport(input({ overview, language })));
    expect(words('en')).toContain('Heat pumps');
    expect(words('en')).not.toContain('热泵项目');
    expect(words('zh-CN')).toContain('热泵项目');
  });
  it.each([
    ['zh-CN', '日元', '约28亿元（', '100 JPY = 6 CNY（2021年4月15日，PBC）'],
    ['ja', '億円', '約28億元（', '100 JPY = 6 CNY（2021年4月15日、PBC）'],
    ['en', 'JP¥', 'about CN¥2.8bn (', '100 JPY = 6 CNY (15 Apr 2021, PBC)'],
  ] as const)(
    'has a second currency beside every amount but those of the change, by a rate with day and source, in %s',
    (language, yen, headline, rate) => {
      const quoted = {
        base: 'JPY',
        quote: 'CNY',
        per_units: 100,
        rate: '6',
        day: '2021-04-15',
        source: 'PBC',
      };
      const beside = makeSecondaryCurrency(sampleOverview, 'JPY', [quoted]);
      if ('without' in beside) throw new Error('no rate');
      const report = makeReport(input({ language, overview: { ...sampleOverview, beside } }));
      const of = (id: string): string =>
        JSON.stringify(report.sections.find((section) => section.id === id)?.blocks);
      expect(report.subtitle).toContain(rate);
      expect(of('statement')).toContain(headline);
      for (const id of ['statement', 'ledger'])
        expect([id, of(id).includes(yen)]).toEqual([id, true]);
      expect(of('changes')).toBe(
        JSON.stringify(
          makeReport(input({ language })).sections.find(({ id }) => id === 'changes')?.blocks,
        ),
      );
    },
  );
  it('leaves out changes, problems and steps where there are none, and numbers the sections without gaps', () => {
    const nothingToDo = {
      actions: { items: [], total: 0, unrated: [], not_judged: 0, undated: 0 },
      undisclosed: { count: 0, projects: [] },
    };
    const { changes: _none, ...rest } = input();
    const report = makeReport({
      ...rest,
      language: 'zh-CN',
      overview: { ...sampleOverview, ...nothingToDo, established: [], targets: [] },
    });
    expect(report.sections.map(({ id, number }) => [id, number])).toEqual([
      ['statement', '一、'],
      ['definitions', undefined],
    ]);
  });
  it('has under problems only targets behind and required actions, never successes', () => {
    for (const language of languages) {
      const { sections } = makeReport(input({ language }));
      const json = JSON.stringify(sections.find(({ id }) => id === 'problems')?.blocks ?? []);
      for (const { name, verdict } of sampleOverview.targets)
        expect([name[language], json.includes(`${name[language]}`)]).toEqual([
          name[language],
          ['behind', 'slightly_behind', 'missed'].includes(verdict),
        ]);
    }
  });
  it('is a sentence and a page of text for messages, both marked where values are invented', () => {
    const { messages, warning = '–' } = makeReport(input());
    expect(messages.sentence).toContain('Q1 2021: ');
    expect(messages.sentence.split('\n')).toHaveLength(2);
    for (const text of [messages.sentence, messages.page]) expect(text).toContain(warning);
    expect(messages.page).toContain('Issues\n');
  });
  it('lists what was revised since the figures were known, after the figures', () => {
    const revised_since = [
      { figure: 'jobs', period: '2021-03', unit: 'jobs', before: '1000', now: '1010' },
    ];
    const report = makeReport(
      input({
        overview: { ...sampleOverview, revised_since },
        closed: { period: '2021-03', closed_at: '2021-04-09T01:00:00.000Z' },
      }),
    );
    expect(report.subtitle).toContain('figures of March 2021, closed on 9 April 2021');
    const last = report.sections.slice(-3).map(({ id }) => id);
    expect(last).toEqual(['problems', 'revised', 'definitions']);
    const [block] = report.sections.find(({ id }) => id === 'revised')?.blocks ?? [];
    expect(block?.kind === 'table' ? block.table.rows : []).toEqual([
      ['Jobs · March 2021', '1,000 jobs', '1,010 jobs'],
    ]);
    expect(block?.kind === 'table' ? block.table.figures : []).toEqual([
      [null, 'reported_value?target=jobs&month=2021-03', null],
    ]);
  });
  it('opens both amounts of a project whose amount changed, each on its own day', () => {
    const money = { currency: 'CNY', minor: '100' };
    const side = { stage: 'signed', status: 'active', money } as const;
    const to = { ...side, money: { ...money, minor: '200' } };
    const kinds = ['revised'] as const;
    const move = { code: 'B03', name: 'B03', kinds, regression: false, from: side, to };
    const { sections } = makeReport(input({ changes: { ...changes, moves: [move] } }));
    const blocks = sections.find(({ id }) => id === 'changes')?.blocks ?? [];
    const named = blocks.flatMap((block) => (block.kind === 'table' ? block.table.figures : []));
    expect(named?.flat().filter((name) => name !== null)).toEqual([
      'project_amount?code=B03&as_of=2020-12-31',
      'project_amount?code=B03&as_of=2021-03-31',
    ]);
  });
  it('states of undated projects that nothing is known, instead of “nothing is overdue”, and cuts no long name', () => {
    const name = 'Planta de desarrollo '.repeat(15);
    const undated = {
      actions: { items: [], total: 0, unrated: [], not_judged: 2, undated: 300 },
      undisclosed: { count: 3, projects: ['1', '2'].map((code) => ({ code, name: name + code })) },
    };
    const text = textOf(makeReport(input({ overview: { ...sampleOverview, ...undated } })));
    expect(text).not.toContain('Nothing is overdue');
    expect(text).toContain('Not known for 300 projects');
    expect(text).toContain('2 under construction are not judged');
    // seen to fail: a name ended in “…”, and could not be found in the register
    expect(text).toContain(`${name}1 and 2 more`);
    expect(text).not.toContain('…');
  });
  it.each([
    ['zh-CN', '尚未设定目标。'],
    ['ja', '目標は未設定。'],
    ['en', 'No targets yet.'],
  ] as const)(
    'states once that a zone has no targets, and defines no indicator that it lacks, in %s',
    (language, sentence) => {
      const report = makeReport(input({ language, overview: { ...sampleOverview, targets: [] } }));
      expect(report.sections.some(({ id }) => id === 'ledger')).toBe(false);
      expect(JSON.stringify(report.sections).split(sentence)).toHaveLength(2);
      expect(textOf(report)).not.toContain('its definition');
    },
  );
  it('quotes a person’s cause unchanged, and requires none of an example', () => {
    const cause = {
      indicator: 'jobs',
      period: '2021-03',
      text: '企业招工推迟；4月补招',
      author: '王',
      recorded_at: '2021-04-02T00:00:00Z',
    };
    const targets = sampleOverview.targets.map((row) =>
      row.indicator === 'jobs' ? { ...row, cause } : row,
    );
    const text = textOf(makeReport(input({ overview: { ...sampleOverview, targets } })));
    expect(text).toContain('Cause: 企业招工推迟；4月补招 (王, 2 April 2021).');
    expect(text).not.toContain('No cause has been given');
  });
  it('has no cause where only a next step was written', () => {
    const cause = {
      indicator: 'jobs',
      period: '2021-03',
      text: '',
      next_step: 'Hold a job fair',
      author: '王',
      recorded_at: '2021-04-02T00:00:00Z',
    };
    const targets = sampleOverview.targets.map((row) =>
      row.indicator === 'jobs' ? { ...row, cause } : row,
    );
    const text = textOf(makeReport(input({ overview: { ...sampleOverview, targets } })));
    expect(text).not.toContain('Cause:  ');
    expect(text).toContain('Hold a job fair');
  });
  it.each(languages)('numbers the tables that have a caption, without a gap, in %s', (language) => {
    const decisions = [
      { id: 'd', about: sameWords('Jobs'), text: 'Ask again', decided_on: '2021-03-01' },
    ];
    const { sections } = makeReport(
      input({
        language,
        template: { sections: reportSections },
        ...compact({ decisions: decisions as unknown as ReportInput['decisions'] }),
      }),
    );
    const tables = sections.flatMap(({ heading, blocks }) =>
      blocks.flatMap((block) => (block.kind === 'table' ? [{ heading, ...block }] : [])),
    );
    const captioned = tables.filter(({ heading, caption }) => caption !== heading);
    expect(captioned.length).toBeGreaterThan(1);
    expect(tables.length).toBeGreaterThan(captioned.length + 1);
    expect(tables.flatMap(({ label = '' }) => /\d+/.exec(label)?.slice(0, 1) ?? [])).toEqual(
      captioned.map((_, at) => String(at + 1)),
    );
  });
  it('writes a known zero of the outlook as zero, since a dash is a missing value', () => {
    const row = sampleOverview.targets.find(({ indicator }) => indicator === 'companies');
    const range = { now: '10', signed: '12', ceiling: '300', missing: '-99', unknown: 0, known: 3 };
    const outlook = { targets: [{ row, range }] } as unknown as ReportInput['outlook'];
    const { sections } = makeFullReport({ ...input(), ...compact({ outlook }) });
    const table = sections
      .find(({ id }) => id === 'outlook')
      ?.blocks.find(({ kind }) => kind === 'table');
    expect(table?.kind === 'table' ? table.table.rows[0]?.slice(5) : []).toEqual([
      '0 companies',
      '0',
    ]);
  });
  it('dates the changes of a day by the compared day', () => {
    const { period: _none, ...rest } = input();
    const report = makeReport({ ...rest, overview: { ...sampleOverview, compare: '2020-12-31' } });
    const of = (id: string) => JSON.stringify(report.sections.find((one) => one.id === id));
    expect(of('statement')).toContain('Since 31 December 2020: 1 signed.');
    expect(of('projects')).toMatch(/Since 31 December 2020: [^;]+ signed\./);
    expect(JSON.stringify(makeReport(input()).sections)).toContain('Q1 2021: 1 signed.');
  });
  it('names projects in its language', () => {
    const project = {
      code: 'P1',
      name: '北斗热机',
      names: { en: 'Hokuto Works' },
      stage: 'construction',
      money: { currency: 'CNY', minor: '100' },
      next: { type: 'operation', plan: '2021-06-01', baseline: '2021-05-01' },
    } as const;
    const overview = { ...sampleOverview, established: [project] };
    const { sections } = makeReport(input({ overview }));
    for (const id of ['projects', 'next'])
      expect(JSON.stringify(sections.find((one) => one.id === id))).toContain('Hokuto Works');
  });
  it('names no UTC offset above times of the zone', () => {
    for (const language of languages)
      expect(JSON.stringify(makeReport(input({ language })).sections)).not.toContain('UTC');
  });
  it('leaves out the history where its reader may not see it', () => {
    const { log: _log, issues: _issues, ...rest } = input();
    const report = makeReport({ ...rest, template: { sections: reportSections } });
    expect(report.sections.some(({ id }) => id === 'log')).toBe(false);
    expect(textOf(report)).not.toContain('wang');
  });
  it('describes samples, months and undos in its change log, with the local person, in words', () => {
    const at = { recorded_at: '2021-04-16T08:00:00.000Z' };
    const log = [
      { ...at, revision: 4, author: 'local', kind: 'undo', reason: '', undoes: 2 },
      { ...at, revision: 3, author: 'wang', kind: 'sample', reason: 'none' },
      { ...at, revision: 2, author: 'wang', kind: 'observation', reason: 'companies 2021-03' },
      { ...at, revision: 1, author: 'headway', kind: 'sample', reason: 'example_zone' },
    ];
    const template = { sections: reportSections };
    const { sections } = makeReport(input({ log, log_total: 4, template }));
    const [block] = sections.find(({ id }) => id === 'log')?.blocks ?? [];
    expect(block?.kind === 'table' ? block.table.rows.map((row) => row.slice(2)) : []).toEqual([
      ['This computer', 'Revision 2 undone'],
      ['wang', 'Example data removed'],
      ['wang', 'Companies · March 2021'],
      ['Headway', 'Example Zone'],
    ]);
  });
});
