import { compact } from '#domain/values/compact.ts';
import { findMainCurrency } from '#domain/values/reading/main-currency.ts';
import type { Language } from '#domain/values/language.ts';
import { readTextAnswer, readZoneCurrency } from '#server/imports/answers.ts';
import { askZoneCurrency } from '#server/imports/questions/ask-amounts.ts';
import {
  askEncoding,
  noteLostCharacters,
  noteMixedEncoding,
} from '#server/imports/questions/ask-encoding.ts';
import { encodings } from '#server/imports/read/encodings/names.ts';
import type { ReadFile } from '#server/imports/read/table.ts';
import { plainPacking, type Packing } from '#server/imports/packing/packed-list.ts';
import type { PackedProjects } from '#server/imports/context/packed-projects.ts';
import { askAboutSheets } from '#server/imports/questions/ask-sheets.ts';
import { findAlikeSheets, joinSheets } from '#server/imports/structure/join-sheets.ts';
import {
  noProjects,
  type ImportPlan,
  type ImportRequest,
  type KnownRegister,
  type PreviewTexts,
  type ProfileChange,
} from '#server/imports/import-plan.ts';
import { Problems } from '#server/imports/context/problems.ts';
import { translateChoices, Questions } from '#server/imports/context/questions.ts';
import { askFileKind, findGivenName, listSamplesLeft } from './ask-file-kind.ts';
import { formatMessage } from '#server/imports/labels/messages.ts';
import { planProjects } from './plan-projects.ts';
import { planSeries } from './plan-series.ts';
import { hashFileShape, mergeAnswers } from '#server/imports/context/recipes.ts';
import { findRenamedRecipe } from '#server/imports/edition/renamed-columns.ts';
import { readTables, type ReadTables } from '#server/imports/tables/read-tables.ts';
import { recallReading } from '#server/imports/tables/recipe-reading.ts';
import {
  askAboutTables,
  chooseTable,
  previewTable,
  listTables,
} from '#server/imports/tables/choose-table.ts';
import { findSeries } from '#server/imports/series/find-series.ts';
import { readSeriesVocabulary } from '#server/imports/series/series-vocabulary.ts';
import type { PlannedImport, ImportContext } from '#server/imports/context/import-context.ts';

function profileChange(
  kind: ProfileChange['kind'],
  planned: PlannedImport,
  context: ImportContext,
): ProfileChange {
  const { request } = context;
  const as_of = planned.facts.as_of;
  const day = as_of === undefined ? {} : { as_of };
  const { industries } = planned;
  if (kind === 'keep') {
    const isLeaving = planned.facts.kind === 'projects' && listSamplesLeft(context).length > 0;
    const currency = findMainCurrency(planned.facts.sums)?.currency;
    return {
      kind,
      industries,
      ...compact({ leaves_sample: isLeaving ? compact({ currency }) : undefined }),
    };
  }
  if (kind === 'copy_as_own') return { kind, industries, ...day };
  return {
    kind,
    industries,
    ...day,
    ...compact({
      base_currency: planned.currency ?? readZoneCurrency(request.answers),
      name: readTextAnswer(request.answers, 'zone_name') ?? findGivenName(context),
    }),
  };
}

function askAboutFile(context: ImportContext, file: ReadFile, close: boolean): void {
  const { questions, table } = context;
  askEncoding(context, file);
  if (close && table.name !== undefined)
    questions.ask(
      'sheet',
      'q_sheet',
      file.sheets.map((s) => questions.plainChoice(s)),
      { default: table.name },
    );
}

/** Makes an empty register, for a file of another zone that replaces the known one. */
const clearRegister = ({
  base_currency: _currency,
  stage_mapping: _mapping,
  stage_words: _words,
  newest_edition: _newest,
  editions: _editions,
  ...others
}: KnownRegister): KnownRegister => ({
  ...others,
  industries: [],
  function_zones: [],
  indicators: [],
  projects: noProjects,
  observations: [],
});

/** The known register without the words of the sample that its zone began from. */
const forgetSampleWords = (register: KnownRegister): KnownRegister => ({
  ...register,
  industries: [],
  function_zones: [],
});

/** A plan and the projects that it would store. */
export interface MadePlan {
  readonly plan: ImportPlan;
  readonly projects: PackedProjects;
  /** Whether the plan depends on the project of a code. Omitted if it depends on all. */
  readonly names?: (code: string) => boolean;
}

/**
 * Reads a file and plans its changes. Stores nothing.
 * @param packing packs rows outside the heap, so that a text file may have more of them. The bytes
 * of a buffer that can shrink are freed
 * @throws ImportFailure if the file can't be read
 */
export async function makePlan(
  request: ImportRequest,
  onProgress: ImportContext['onProgress'] = () => undefined,
  packing?: Packing,
): Promise<MadePlan> {
  const answers = {
    ...recallReading({ ...request, ...compact({ packing }) }),
    ...request.answers,
  };
  // the plan doesn't keep the bytes
  const { bytes: _, ...rest } = request;
  const read = readTables({ ...request, answers }, onProgress, {
    ...compact({ packing }),
    takesBytes: true,
  });
  return planTables(read, { ...rest, answers }, onProgress, packing ?? plainPacking);
}

type TableRequest = Omit<ImportRequest, 'bytes'>;

/** Chooses the table to read and the sheets joined to it, and starts the import. */
function chooseContext(
  { file }: ReadTables,
  tableRequest: TableRequest,
  onProgress: ImportContext['onProgress'],
  packing: Packing,
) {
  const all = listTables(file, tableRequest.register);
  const selectedTable = chooseTable(all, file, readTextAnswer(tableRequest.answers, 'table'));
  const shape = hashFileShape(selectedTable.header);
  const earlierAnswers =
    tableRequest.register.remembered?.[shape] ??
    findRenamedRecipe(tableRequest.register, selectedTable.header);
  const { is_preview, ...rest } = tableRequest;
  const request = { ...rest, answers: mergeAnswers(tableRequest.answers, earlierAnswers) };
  const alike =
    selectedTable.kind === 'projects' ? findAlikeSheets(file.alike, request.answers) : undefined;
  const joinedText =
    alike?.meaning === undefined
      ? undefined
      : joinSheets(file.alike, selectedTable.header, alike.meaning);
  const problems = new Problems(request.file, selectedTable.table.name, joinedText?.parts);
  noteLostCharacters(file.table, problems);
  if (file.encoding !== undefined) noteMixedEncoding(file.table, file.encoding, problems);
  const { table, header } = joinedText ?? selectedTable;
  const context: ImportContext = {
    request,
    remembered: earlierAnswers,
    table,
    header,
    parts: joinedText?.parts ?? [],
    onProgress,
    problems,
    questions: new Questions(request.answers, request.register.stage_words),
    isKept: is_preview !== true,
    packing,
    learned: new Map(),
  };
  // reading the rows empties the table, so its rows are counted before
  const tables = all.map((one) => previewTable(one, file));
  return { context, all, tables, selectedTable, shape, alike, joined: joinedText };
}

/** Finds the series of a new zone: its columns name no indicator of the zone before. */
function findSeriesAgain({ table, header, request }: ImportContext) {
  const vocabulary = readSeriesVocabulary(request.register);
  const { answers } = request;
  return (
    findSeries({ table, header }, vocabulary, answers) ??
    findSeries({ table, header }, vocabulary, { ...answers, read_as: 'observations' })
  );
}

async function planTables(
  read: ReadTables,
  tableRequest: TableRequest,
  onProgress: ImportContext['onProgress'],
  packing: Packing,
): Promise<MadePlan> {
  const { file, close } = read;
  const choice = chooseContext(read, tableRequest, onProgress, packing);
  const { context, all, selectedTable, alike, joined } = choice;
  const { request, problems, table, header } = context;
  const series = findSeries(
    { table, header },
    readSeriesVocabulary(request.register),
    request.answers,
  );
  const kind = await askFileKind(context, series !== undefined);
  if (series === undefined && readTextAnswer(request.answers, 'read_as') === 'observations')
    problems.add('no_periods');
  askAboutFile(context, file, close && joined === undefined);
  if (alike !== undefined) askAboutSheets(context, alike);
  askAboutTables(context, all, file, selectedTable.id);
  const register =
    kind === 'new_zone'
      ? {
          ...clearRegister(request.register),
          ...compact({ base_currency: readZoneCurrency(request.answers) }),
        }
      : kind === 'keep' && series === undefined && listSamplesLeft(context).length > 0
        ? forgetSampleWords(request.register)
        : request.register;
  const own: ImportContext = { ...context, request: { ...request, register } };
  const layout = series && kind === 'new_zone' ? findSeriesAgain(own) : series;
  const planned = layout ? planSeries(own, layout) : await planProjects(own);
  if (kind === 'new_zone' && planned.currency === undefined) askZoneCurrency(context);
  const { projects, named } = planned;
  return {
    plan: toPlan(file, choice, kind, planned),
    projects,
    ...compact({ names: named && ((code: string) => named.has(code)) }),
  };
}

/** Assembles the plan. */
function toPlan(
  file: ReadFile,
  { context, tables, selectedTable, shape }: ReturnType<typeof chooseContext>,
  kind: ProfileChange['kind'],
  planned: PlannedImport,
): ImportPlan {
  const { request, header, problems, questions, remembered } = context;
  const answers = { ...request.answers, ...Object.fromEntries(context.learned) };
  const texts = (language: Language): PreviewTexts => ({
    problems: problems.all(language),
    doubts: problems.counted(language),
    questions: questions.listOpen(language),
    settled: questions.listSettled(language),
    choices: translateChoices(planned.choices, language),
    ...compact({
      as_of_origin:
        planned.dayOrigin === undefined
          ? undefined
          : formatMessage(`d_${planned.dayOrigin}`, language),
    }),
  });
  return {
    revision: request.register.revision,
    origin: 'own',
    shape,
    headers: header.columns.map(({ key }) => key).filter((key) => key !== ''),
    answers,
    projects: planned.projects.count,
    columns: planned.columns,
    observations: planned.observations,
    indicators: planned.indicators,
    profile: profileChange(kind, planned, context),
    sender: compact({ assumes_own: request.assumes_own, modified: request.modified }),
    ...compact({
      edition: planned.edition,
      keep_sample: readTextAnswer(request.answers, 'sample_data') === 'keep' ? true : undefined,
    }),
    facts: {
      file: request.file,
      ...compact({ sheet: selectedTable.table.name }),
      sheets: file.sheets,
      ...compact({ encoding: file.encoding }),
      encodings: file.format === 'csv' ? encodings : [],
      header_row: header.row,
      tables,
      table: selectedTable.id,
      ...planned.facts,
      shape,
      answers,
      remembered: Object.entries(remembered ?? {}).flatMap(([id, past]) =>
        JSON.stringify(request.answers[id]) === JSON.stringify(past) ? [id] : [],
      ),
    },
    texts: { 'zh-CN': texts('zh-CN'), ja: texts('ja'), en: texts('en') },
  };
}
