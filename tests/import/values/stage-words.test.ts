import { expect, test } from 'vitest';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { proposeStage } from '#server/imports/vocabulary/stage-proposals.ts';
import { freshStore, planOf } from '../import-context.ts';

const file =
  '项目编号,项目名称,行业,项目阶段\nA1,热泵,节能环保,签订协议阶段项目\nA2,电池,能源技术,在谈\n';
const words = { signed: { 'zh-CN': '签订协议阶段项目', ja: '契約段階', en: 'Agreements' } };

test('reads the zone’s own stage words without a question', async () => {
  const ask = file.replace('签订协议阶段项目', '三类');
  const unknown = await planOf(ask);
  expect(unknown.records.map(({ stage_events }) => stage_events.at(-1)?.stage)).toEqual([
    'unknown',
    'negotiation',
  ]);
  expect(unknown.preview.questions.find(({ id }) => id === 'stage_words')?.default).toBe('keep');
  const withWords = await planOf(file, 'register.csv', {}, { ...freshStore, stage_words: words });
  expect(withWords.records.map(({ stage_events }) => stage_events.at(-1)?.stage)).toEqual([
    'signed',
    'negotiation',
  ]);
});
test('applies the proposal for an unknown word unless an answer differs', async () => {
  const stagesOf = async (answers: ImportAnswers) =>
    (
      await planOf(
        '项目编号,项目名称,项目阶段\nA1,热泵,主体竣工\nA2,电池,三类\nA3,水厂,等待审批\n',
        'r.csv',
        answers,
      )
    ).records.map(({ stage_events }) => stage_events.at(-1)?.stage);
  expect(await stagesOf({})).toEqual(['operation', 'unknown', 'unknown']);
  expect(await stagesOf({ stage_words: 'proposals' })).toEqual(['operation', 'unknown', 'unknown']);
  expect(await stagesOf({ stage_words: 'keep' })).toEqual(['unknown', 'unknown', 'unknown']);
  expect(await stagesOf({ stage_words: { 三类: 'lead' } })).toEqual([
    'operation',
    'lead',
    'unknown',
  ]);
});
// seen to fail: each word of a language without a dictionary was a question of its own
test('proposes the stage that the dates of most rows with a word prove, and says so', async () => {
  const head = 'Code,Name,Stage,Signed on,Construction start (actual)';
  const rows = [
    ...['2021-01-05,2021-02-01', '2021-01-06,', ',2021-03-01', '2021-01-07,2021-03-02'].map(
      (dates, at) => `B${at},Works ${at},Inajengwa,${dates}`,
    ),
    ...['2021-01-05,', '2021-01-06,', ','].map((dates, at) => `S${at},Mill ${at},Mkataba,${dates}`),
    ...[',', ',', '2021-01-06,'].map((dates, at) => `T${at},Shed ${at},Mazungumzo,${dates}`),
  ];
  const { preview, records } = await planOf([head, ...rows].join('\n'), 'r.csv');
  const question = preview.questions.find(({ id }) => id === 'stage_words');
  expect(question?.items?.map(({ key, proposal }) => [key, proposal])).toEqual([
    ['Inajengwa', 'construction'],
    ['Mkataba', 'signed'],
    ['Mazungumzo', undefined],
  ]);
  expect(question?.reasons).toEqual([
    '“Inajengwa”: 3 of 4 projects have a date for “Under construction”, so it is proposed.',
    '“Mkataba”: 2 of 3 projects have a date for “Signed”, so it is proposed.',
  ]);
  // nothing is decided before a person confirms it
  expect(question?.default).toBe('keep');
  expect(records[0]?.stage_events.at(-1)?.stage).toBe('unknown');
});
// seen to fail: projects that the zone had rejected were proposed as leads, by their first contact
test('does not take a day of first contact, or dates beside a known word, for a stage', async () => {
  expect(['Rejected by the zone', 'Application declined', 'Turned down'].map(proposeStage)).toEqual(
    Array(3).fill('rejected'),
  );
  expect(proposeStage('Declined by investor')).not.toBe('rejected');
  const head = 'Code,Name,Stage,First contact date,Signed on';
  const plan = async (word: string, dates: string) => {
    const rows = [1, 2, 3].map((at) => `B${at},Works ${at},${word},${dates}`);
    const text = [head, ...rows, 'C1,Mill,Withdrawn by company,,'].join('\n');
    const { preview } = await planOf(text, 'r.csv');
    return preview.questions.find(({ id }) => id === 'stage_words');
  };
  const contact = await plan('Imekataliwa', '2021-01-05,');
  expect(contact?.items?.find(({ key }) => key === 'Imekataliwa')?.proposal).toBeUndefined();
  expect(contact?.default).toBe('proposals');
  const question = await plan('Mkataba', '2021-01-05,2021-02-05');
  expect(question?.items?.find(({ key }) => key === 'Mkataba')?.proposal).toBe('signed');
  expect(question?.default).toBe('keep');
});
test('proposes stages for the words of a Mongolian register', () => {
  const words = ['Хэлэлцээ хийж буй', 'Гэрээ байгуулсан', 'Баригдаж байна', 'Ашиглалтад орсон'];
  expect(words.map(proposeStage)).toEqual(['negotiation', 'signed', 'construction', 'operation']);
});
// seen to fail: three of seven words of a Vietnamese register had no proposal
test('proposes stages for the words of a Vietnamese register', () => {
  const words = ['Đã ký thỏa thuận', 'Đã cấp giấy chứng nhận đầu tư', 'Nhà đầu tư rút', 'Đang ký'];
  expect(words.map(proposeStage)).toEqual(['signed', 'registered', 'withdrawn', undefined]);
});
test('blocks on an answer that is no choice, in place of a stage that is not set', async () => {
  const text = '项目编号,项目名称,项目阶段\nA1,热泵,三类\nA2,电池,四类\n';
  const questionOf = async (meanings: Readonly<Record<string, string>>) => {
    const plan = await planOf(text, 'r.csv', { stage_words: meanings });
    return plan.preview.questions.find(({ id }) => id === 'stage_words');
  };
  const open = await questionOf({ 三类: 'Signed!', 四类: 'keep' });
  expect(open?.items?.map(({ key }) => key)).toEqual(['三类']);
  expect(open).not.toHaveProperty('default');
  expect(await questionOf({ 三类: 'signed/paused', 四类: 'keep' })).not.toHaveProperty('default');
  expect(await questionOf({ 三类: 'signed/on_hold', 四类: 'keep' })).toBeUndefined();
  expect(await questionOf({ 三类: 'signed' })).toMatchObject({ default: 'keep' });
  expect(await questionOf({ 五类: 'Signed!' })).toMatchObject({ default: 'keep' });
});
test.each(['Pending Approval', '待批', 'Awaiting consent', 'En trámite', 'Не действует'])(
  'proposes no stage for %s',
  (word) => {
    expect(proposeStage(word)).toBeUndefined();
  },
);
test.each([
  'MoU signed',
  'Letter of intent signed',
  'Firmado carta de intención',
  '签订备忘录',
  '已签框架协议',
  '覚書締結',
])('proposes negotiation for %s, since only a contract signs', (word) => {
  expect(proposeStage(word)).toBe('negotiation');
});
test.each(['Contract signed', '签订合同', '契約済み'])('proposes signed for %s', (word) => {
  expect(proposeStage(word)).toBe('signed');
});
test.each([
  ['Действующий', 'operation'],
  ['Введён в эксплуатацию', 'operation'],
  ['Отказ инвестора', 'withdrawn'],
  ['Приостановлен', 'on_hold'],
])('proposes for the Russian %s the stage %s', (word, stage) => {
  expect(proposeStage(word)).toBe(stage);
});
// seen to fail: the day of a word that is a status was lost
test('the day of the stage dates the status if the word is a status', async () => {
  const { records } = await planOf(
    'Project,Stage,In stage since\nMill,Suspended,2021-03-02\nDock,Signed,2021-04-05\n',
  );
  expect(
    records.map(({ stage_events, status_events }) => [
      stage_events.map(({ stage, date }) => [stage, date]),
      status_events.map(({ status, date }) => [status, date]),
    ]),
  ).toEqual([
    [[['unknown', '2021-04-05']], [['on_hold', '2021-03-02']]],
    [[['signed', '2021-04-05']], []],
  ]);
});
test('names choices for an unknown word in the zone’s own words', async () => {
  const { preview } = await planOf(
    file.replace('在谈', '某阶段'),
    'register.csv',
    {},
    { ...freshStore, stage_words: words },
  );
  const choices =
    preview.questions.find(({ kind }) => kind === 'stage_words')?.choices ??
    preview.choices?.stages ??
    [];
  expect(choices.find(({ value }) => value === 'signed')?.label).toBe('Agreements');
});

// seen to fail: a negotiation was proposed as construction, since it is ongoing
test.each([
  ['Negotiation ongoing', 'negotiation'],
  ['Negociação em andamento', 'negotiation'],
  ['협상 진행중', 'negotiation'],
  ['Design in progress', 'lead'],
  ['Ongoing', 'construction'],
  ['Obra em andamento', 'construction'],
  ['Contratação em curso', undefined],
  ['Approval ongoing', undefined],
] as const)('%s is proposed as %s: a step under way has its own stage', (word, stage) => {
  expect(proposeStage(word)).toBe(stage);
});

// seen to fail: a founded company was proposed as in operation, since its founding is complete
test.each([
  ['법인 설립 완료', 'registered'],
  ['인허가 완료', 'registered'],
  ['公司注册完成', 'registered'],
  ['設立完了', 'registered'],
  ['본계약 체결 완료', 'signed'],
  ['Ön başvuru', 'lead'],
  ['준공 완료', 'operation'],
  ['工事完了', 'operation'],
] as const)('%s is proposed as %s: a completed step is that step', (word, stage) => {
  expect(proposeStage(word)).toBe(stage);
});

// seen to fail: the English word in brackets was not read, so the stage of 180 projects was a question without a proposal
test('a word in two languages is proposed by the one that is known', () => {
  expect(proposeStage('Анхны санал (Lead)')).toBe('lead');
  expect(proposeStage('Зогсоосон / On hold')).toBe('on_hold');
  expect(proposeStage('Анхны санал (Зах)')).toBeUndefined();
  expect(proposeStage('Lead / Operation')).toBeUndefined();
});

// seen to fail: four of the seven words of a register of Kazakhstan had no proposal
test.each([
  ['Инициатива', 'lead'],
  ['Обращение инвестора', 'lead'],
  ['Заключён договор', 'signed'],
  ['Получено разрешение', 'registered'],
  ['Стройка идёт', 'construction'],
  ['Пусконаладка', 'construction'],
  ['Запущен', 'operation'],
  ['Заморожен', 'on_hold'],
  ['Вышел из проекта', 'withdrawn'],
  ['Прекращён', 'terminated'],
  ['Согласование', undefined],
  // seen to fail: two of the six words of a Polish register had no proposal
  ['Zapytanie inwestora', 'lead'],
  ['Rezygnacja', 'withdrawn'],
  ['Inwestor zrezygnował', 'withdrawn'],
])('proposes for the Russian or Polish word %s %s', (word, stage) => {
  expect(proposeStage(word)).toBe(stage);
});

// seen to fail: columns and stages of a Finnish register were all kept as notes
test('reads the columns of a Finnish register, and proposes stages for its words', async () => {
  const head =
    'Tunnus;Hankkeen nimi;Toimiala;Vaihe;Investointi (milj.);Valuutta;Suunnitellut työpaikat';
  const words = ['Idea', 'Neuvottelu', 'Sopimus allekirjoitettu', 'Rakenteilla', 'Tuotannossa'];
  const rows = [...words, 'Keskeytetty'].map(
    (word, at) => `KR-${at};Hanke ${at};Kemia;${word};12,5;SEK;40`,
  );
  const { preview } = await planOf([head, ...rows].join('\n'), 'r.csv');
  expect(preview.columns.map(({ field }) => field)).toEqual([
    ...['project_id', 'project_name', 'industry', 'stage'],
    ...['total_investment', 'currency', 'jobs_plan'],
  ]);
  expect([...words, 'Keskeytetty'].map(proposeStage)).toEqual([
    ...['lead', 'negotiation', 'signed', 'construction', 'operation', 'on_hold'],
  ]);
});

// seen to fail: Vertrag unterzeichnet had no proposal, and what is not signed was proposed as signed
test('a signed contract is proposed as signed in Germanic languages, and one to come is not', () => {
  const words = ['Vertrag unterzeichnet', 'Contract ondertekend', 'Avtal undertecknat'];
  expect(words.map(proposeStage)).toEqual(['signed', 'signed', 'signed']);
  const open = ['not yet signed', 'Vertrag noch nicht unterzeichnet', 'nog niet ondertekend'];
  expect(open.map(proposeStage)).toEqual([undefined, undefined, undefined]);
});
