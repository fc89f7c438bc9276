import { compact } from '#domain/values/compact.ts';
import type { ImportAnswers } from '#contract/imports/preview-schemas.ts';
import { textAnswer } from '#server/imports/answers.ts';
import {
  commonSign,
  decimalSign,
  parseNumber,
  type DecimalSign,
} from '#server/imports/values/number.ts';
import {
  dateOrder,
  hasBuddhistYears,
  parseDate,
  type DateOrder,
} from '#server/imports/values/date.ts';
import { parseUnit } from '#server/imports/values/unit.ts';
import { cleanText, cutText } from '#server/imports/read/cell-text.ts';
import type { Cell, Row } from '#server/imports/read/table.ts';
import type { HeaderColumn, TableHeader } from '#server/imports/structure/table-header.ts';
import { dateFieldOf } from '#server/imports/vocabulary/fact-fields.ts';
import { dateFields, isMeasure, measureFields } from '#server/imports/vocabulary/field-kinds.ts';
import { isField, type Field } from '#server/imports/vocabulary/synonyms.ts';
import { isTick, keyOfWord, stageWords } from '#server/imports/vocabulary/words.ts';
import type { Column } from './column.ts';
import {
  decideAmbiguous,
  fieldOfSynonym,
  hasRival,
  isStages,
  shareOf,
} from './ambiguous-columns.ts';
import { mayBeMoney, proposeByContent, type Candidate } from './content.ts';
import type { ColumnCells } from './shape.ts';
import { normaliseHeader } from '#server/imports/headers/header-text.ts';
import { matchHeader, type MatchedHeader } from '#server/imports/headers/match-header.ts';

/** The decimal sign by the answer that names it. */
const signs: Readonly<Record<string, DecimalSign>> = { comma: ',', point: '.' };
/** A field; `extra` keeps the column beside the record, the empty text leaves it out. */
type Target = Field | 'extra' | '';
const aliases: Readonly<Record<string, Target>> = {
  code: 'project_id',
  id: 'project_id',
  name: 'project_name',
  investor: 'investor_name',
  company: 'company_name',
  national_code: 'project_code',
  amount: 'total_investment',
  place: 'zone',
  ignore: '',
  none: '',
  '': '',
  extra: 'extra',
};
const fieldOf = (word: string): Target | undefined => (isField(word) ? word : aliases[word]);

/** The mapping that the user gave, header → field; also taken the other way round, field → header or list of headers. */
function userMapping(
  answers: ImportAnswers,
  keys: readonly string[],
  onUnknown: (entry: string) => void,
): Map<string, Target> {
  const out = new Map<string, Target>();
  const given = answers.mapping;
  if (given === undefined || typeof given === 'string') return out;
  const byHeader = new Map(keys.map((k) => [normaliseHeader(k), k]));
  for (const [key, value] of Object.entries(given)) {
    const header = byHeader.get(normaliseHeader(key));
    const field = fieldOf(value);
    if (header !== undefined && field !== undefined) {
      out.set(header, field);
      continue;
    }
    const reversed = fieldOf(key);
    let known = false;
    for (const part of [value, ...value.split(/\s*[+,;，；]\s*/)]) {
      const found = byHeader.get(normaliseHeader(part));
      if (found === undefined || reversed === undefined || reversed === '') continue;
      out.set(found, reversed);
      known = true;
    }
    if (!known) onUnknown(`${key}: ${value}`);
  }
  return out;
}

function gather(rows: readonly Row[], index: number): ColumnCells {
  const cells: Cell[] = [];
  let filled = 0;
  let full = true;
  const step = Math.max(1, Math.floor(rows.length / 2000));
  for (let i = 0; i < rows.length; i += 1) {
    const cell = rows[i]?.cells[index] ?? '';
    if (cell === '' || (typeof cell === 'string' && cell.trim() === '')) {
      full = false;
      continue;
    }
    filled += 1;
    if (i % step === 0 || cells.length < 50) cells.push(cell);
  }
  return { cells, filled, full };
}

/** 1, 2, 3, 1, 2, 4: running numbers, which may begin again in each part; where a row was taken out, one is left out. */
const isSequence = (cells: readonly Cell[]): boolean =>
  cells.slice(0, 50).every((c, i) => {
    const [first, before, n] = [cells[0], cells[i - 1], c].map((cell) =>
      Number(String(cell ?? '').normalize('NFKC')),
    ) as [number, number, number];
    return (
      Number.isInteger(n) &&
      first <= 1 &&
      (i === 0 || n === first || (n > before && n <= before + 3))
    );
  });
/** What a column of units is called; whether it is one, and no column of departments, its cells say. */
const unitHeaders = new Set(
  '单位；単位；unit；units；计量单位；金额单位；金額単位；投资单位；amountunit'.split('；'),
);
const isMoneyUnit = (text: string): boolean => {
  const unit = parseUnit(text);
  return unit !== undefined && (unit.power > 0 || unit.currency !== undefined);
};

const unitKey = ({ unit }: MatchedHeader): string =>
  `${unit?.amount?.power} ${unit?.amount?.currency}`;

interface Matched {
  readonly column: HeaderColumn;
  readonly header: MatchedHeader;
  readonly data: ColumnCells;
}
const asCandidate = ({ column, header: { unit }, data }: Matched): Candidate => ({
  index: column.index,
  header: column.key,
  hasCurrency: (unit?.amount?.currency ?? unit?.amount?.shared ?? column.currency) !== undefined,
  data,
});

/** Assigns a field to each column: the user's word first, then synonyms, then the cells, then likeness; each field once. */
export function assignColumns(
  header: TableHeader,
  rows: readonly Row[],
  answers: ImportAnswers,
  onUnknown: (entry: string) => void,
  remembered?: ImportAnswers,
): Column[] {
  const keys = header.columns.map((c) => c.key);
  const user = userMapping(answers, keys, onUnknown);
  const amount = textAnswer(answers, 'amount_column');
  if (amount !== undefined && keys.includes(amount) && !user.has(amount))
    user.set(amount, 'total_investment');
  const past = userMapping(remembered ?? {}, keys, () => undefined);
  const answered = answers.mapping !== undefined;
  const taken = new Set<Field>([...user.values()].filter((f) => f !== '' && f !== 'extra'));
  // what a sheet hides is read last, so that what is seen wins over it
  const ordered = header.columns.toSorted(
    (a, b) => Number(a.isHidden ?? false) - Number(b.isHidden ?? false),
  );
  const matched = ordered.map((c) => ({
    column: c,
    header: matchHeader(c.parent, c.child),
    data: gather(rows, c.index),
  }));
  const chosen = new Map<number, { field?: Field; how: Column['how']; open: boolean }>();
  const take = (index: number, field: Field, how: Column['how'], open = false): void => {
    taken.add(field);
    chosen.set(index, { field, how, open });
  };
  for (const { column, header: h, data } of matched) {
    const given = user.get(column.key);
    if (given !== undefined)
      chosen.set(column.index, {
        ...compact({ field: given === '' || given === 'extra' ? undefined : given }),
        how: given === '' ? 'ignored' : past.get(column.key) === given ? 'remembered' : 'user',
        open: false,
      });
    else if ((data.filled === 0 && h.match.kind !== 'synonym') || column.key === '')
      chosen.set(column.index, { how: 'ignored', open: false });
    else if (h.match.kind === 'row_number' && isSequence(data.cells))
      chosen.set(column.index, { how: 'ignored', open: false });
  }
  const says = (field: Field): boolean =>
    matched.some(({ header: h }) => h.match.kind === 'synonym' && h.match.field === field);
  const rest = (): typeof matched => matched.filter((m) => !chosen.has(m.column.index));
  for (const { column, data } of rest())
    if (
      unitHeaders.has(normaliseHeader(column.child)) &&
      !taken.has('amount_unit') &&
      data.filled > 0 &&
      shareOf(data.cells, isMoneyUnit) >= 0.8
    )
      take(column.index, 'amount_unit', 'synonym');
  for (const { column, header: h, data } of rest()) {
    const field =
      h.match.kind === 'synonym' ? fieldOfSynonym(h.match.field, column.child, data) : undefined;
    if (h.match.kind !== 'synonym' || field === undefined || taken.has(field)) continue;
    // 进展: what it holds is a stage as often as a sentence
    const isStage =
      field === 'progress_text' && !taken.has('stage') && !says('stage') && isStages(data);
    take(
      column.index,
      isStage ? 'stage' : field,
      isStage || field !== h.match.field ? 'content' : 'synonym',
    );
  }
  // 总投资(万元) and 总投资(万美元): each project has its amount in one of them
  for (const { column, header: h } of rest()) {
    const { match } = h;
    const first =
      match.kind === 'synonym' && isMeasure(match.field)
        ? matched.find((m) => chosen.get(m.column.index)?.field === match.field)
        : undefined;
    if (first === undefined || match.kind !== 'synonym' || unitKey(first.header) === unitKey(h))
      continue;
    const filled = (row: Row, index: number): boolean =>
      String(row.cells[index] ?? '').trim() !== '';
    if (!rows.some((row) => filled(row, column.index) && filled(row, first.column.index)))
      take(column.index, match.field, 'synonym');
  }
  for (const one of rest()) {
    const { column, header: h, data } = one;
    if (h.match.kind !== 'ambiguous') continue;
    const decided = decideAmbiguous(h.match, h, data);
    if (decided !== undefined && !taken.has(decided)) take(column.index, decided, 'synonym');
    else if (h.match.field !== undefined && !taken.has(h.match.field)) {
      take(
        column.index,
        h.match.field,
        'content',
        !answered && hasRival(h.match.field, one, matched),
      );
    }
  }
  for (const isHidden of [false, true]) {
    const some = rest().filter(({ column }) => (column.isHidden ?? false) === isHidden);
    for (const [index, field] of proposeByContent(some.map(asCandidate), taken, rows.length))
      take(index, field, 'content');
  }
  const ticked = rest().flatMap((m) => {
    const stage = keyOfWord(stageWords, m.column.child);
    const isStage =
      stage !== undefined &&
      shareOf(m.data.cells, (t) => isTick(t) || parseDate(t).kind === 'date') >= 0.9;
    return isStage ? [{ index: m.column.index, field: dateFieldOf[stage] }] : [];
  });
  if (ticked.length >= 2)
    for (const { index, field } of ticked) if (!taken.has(field)) take(index, field, 'content');
  for (const { column, header: h, data } of rest()) {
    if (h.match.kind !== 'similar' || taken.has(h.match.field)) continue;
    const needsNumbers = ([...measureFields] as Field[]).includes(h.match.field);
    const needsDates = ([...dateFields] as Field[]).includes(h.match.field);
    const numeric = shareOf(
      data.cells,
      (t) => parseNumber(t).kind === 'value' || /[万亿億円元]/.test(t),
    );
    if (
      (!needsNumbers || numeric > 0.5) &&
      (!needsDates || dateOrder(data.cells).open || shareOf(data.cells, (t) => /\d/.test(t)) > 0.5)
    )
      take(column.index, h.match.field, 'similar');
  }
  const sheetSign = commonSign(matched.map(({ data }) => data.cells));
  return matched
    .toSorted((a, b) => a.column.index - b.column.index)
    .map((one) => {
      const { column, header: h, data } = one;
      const pick = chosen.get(column.index) ?? { how: 'unmatched' as const, open: false };
      const sign =
        decimalSign(data.cells) ?? sheetSign ?? signs[textAnswer(answers, 'decimal_sign') ?? ''];
      const isBuddhist = hasBuddhistYears(data.cells);
      const order: DateOrder | undefined = dateOrder(data.cells).order;
      return {
        index: column.index,
        key: column.key,
        ...pick,
        ...compact({
          unit: h.unit?.amount === undefined ? undefined : h.unit.amount,
          land: h.unit?.land === undefined ? undefined : h.unit.land,
          floor: h.unit?.floor === undefined ? undefined : h.unit.floor,
          sign,
          order,
          isBuddhist: isBuddhist ? isBuddhist : undefined,
          isHidden: column.isHidden === true ? true : undefined,
          currency: column.currency,
        }),
        examples: [...new Set(data.cells.slice(0, 30).map((c) => cutText(cleanText(c), 60)))].slice(
          0,
          3,
        ),
        empty: data.filled === 0,
        ...compact({
          mayBeMoney: pick.how === 'unmatched' && mayBeMoney(asCandidate(one)) ? true : undefined,
        }),
      };
    });
}
