import type { ImportAnswers } from '#contract/imports.ts';
import { textAnswer } from './answers.ts';
import { unreadable } from './failure.ts';
import { readFile } from './files/read.ts';
import { encodings } from './files/encoding.ts';
import type { ReadFile } from './files/table.ts';
import type { ImportPlan, ImportProgress, ImportRequest, ProfileChange } from './plan.ts';
import { Problems } from './problems.ts';
import { Questions } from './questions.ts';
import { planProjects } from './plan-projects.ts';
import { planSeries } from './plan-series.ts';
import { fileShape, withRemembered } from './remembered.ts';
import { findLongSeries } from './long-series.ts';
import { findSeries } from './observations.ts';
import { findHeader, rankTables } from './structure/header.ts';
import { asOfDate } from './structure/titles.ts';
import type { Planned, Work } from './work.ts';

/** Asks what the file is, once: afterwards there are own projects (or own values, for a series), and files update them. */
function askFileKind(work: Work, series: boolean): ProfileChange['kind'] {
  const { request, questions } = work;
  const answer = textAnswer(request.answers, 'file_kind');
  if (!request.known.has_own || (!series && request.known.records.length === 0)) {
    questions.ask('file_kind', 'q_file_kind', [
      questions.choice('own_register', 'c_own_register'),
      questions.choice('other_zone', 'c_other_zone'),
    ]);
  }
  if (!request.known.has_own && request.known.has_sample === true)
    questions.ask(
      'sample_data',
      'q_sample_data',
      [questions.choice('remove', 'c_remove_sample'), questions.choice('keep', 'c_keep_sample')],
      { default: 'remove' },
    );
  if (answer !== 'other_zone') return request.known.has_own ? 'keep' : 'copy_as_own';
  questions.ask('zone_name', 'q_zone_name', []);
  return 'new_zone';
}

function profileChange(kind: ProfileChange['kind'], planned: Planned, answers: ImportAnswers): ProfileChange {
  const as_of = planned.preview.as_of;
  const dated = as_of === undefined ? {} : { as_of };
  if (kind === 'keep') return { kind };
  if (kind === 'copy_as_own') return { kind, ...dated };
  return { kind, name: textAnswer(answers, 'zone_name') ?? '', base_currency: planned.currency, industries: planned.industries, ...dated };
}

function askAboutFile(work: Work, file: ReadFile, close: boolean): void {
  const { questions, table } = work;
  if (file.encodings.length > 1)
    questions.ask(
      'encoding',
      'q_encoding',
      file.encodings.map((e) => ({ value: e, label: e })),
      { default: file.encoding ?? 'utf-8' },
    );
  if (close && table.name !== undefined)
    questions.ask(
      'sheet',
      'q_sheet',
      file.sheets.map((s) => ({ value: s, label: s })),
      { default: table.name },
    );
}

/** Reads a file and says, as one plan, what it would change. Pure: bytes, answers and what is known in, a plan out. */
export function makePlan(given: ImportRequest, onProgress: (progress: ImportProgress) => void = () => undefined): ImportPlan {
  let close = false;
  const encoding = textAnswer(given.answers, 'encoding');
  const sheet = textAnswer(given.answers, 'sheet');
  const file = readFile(given.bytes, {
    ...(encoding === undefined ? {} : { encoding }),
    ...(sheet === undefined ? {} : { sheet }),
    choose: (tables) => {
      const ranked = rankTables(tables);
      close = ranked.close;
      return ranked.best;
    },
    onShare: (share, rows) => onProgress({ phase: 'reading', share, rows }),
  });
  const table = file.tables[0];
  if (!table || table.rows.length === 0) throw unreadable('empty_file');
  const header = findHeader(table);
  const place = table.name === undefined ? {} : { sheet: table.name };
  if (!header) throw unreadable('no_header', {}, place);
  if (table.rows.length <= header.first) throw unreadable('no_rows', {}, { ...place, row: header.row });
  const shape = fileShape(header);
  const remembered = given.known.remembered?.[shape];
  const request: ImportRequest = { ...given, answers: withRemembered(given.answers, remembered) };
  const work: Work = {
    request,
    remembered,
    table,
    header,
    onProgress,
    problems: new Problems(request.file, table.name, request.language),
    questions: new Questions(request.language, request.answers),
  };
  const below = table.rows.slice(header.first);
  const series = findSeries(header, below, request.known.indicators) ?? findLongSeries(header, below, request.known.indicators);
  const kind = askFileKind(work, series !== undefined);
  askAboutFile(work, file, close);
  // Another zone takes the place of what is known: nothing of it is compared or kept.
  const fresh: Work =
    kind === 'new_zone' ? { ...work, request: { ...request, known: { ...request.known, records: [], observations: [] } } } : work;
  const planned = series ? planSeries(fresh, series) : planProjects(fresh, asOfDate(header.titles, request.file)?.date);
  return {
    revision: request.known.revision,
    origin: 'own',
    shape,
    answers: request.answers,
    records: planned.records,
    sources: planned.sources,
    columns: planned.columns,
    observations: planned.observations,
    profile: profileChange(kind, planned, request.answers),
    ...(textAnswer(request.answers, 'sample_data') === 'keep' ? { keep_sample: true } : {}),
    preview: {
      id: '',
      file: request.file,
      ...(table.name === undefined ? {} : { sheet: table.name }),
      sheets: file.sheets,
      ...(file.encoding === undefined ? {} : { encoding: file.encoding }),
      encodings: file.format === 'csv' ? encodings : [],
      header_row: header.row,
      ...planned.preview,
      problems: work.problems.all(),
      questions: work.questions.all(),
      settled: work.questions.settled(),
      answers: request.answers,
      remembered: Object.entries(remembered ?? {}).flatMap(([id, past]) =>
        JSON.stringify(request.answers[id]) === JSON.stringify(past) ? [id] : [],
      ),
    },
  };
}
