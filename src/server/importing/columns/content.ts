import { parseDate } from '#server/importing/cells/date.ts';
import { parseAmount } from '#domain/amount.ts';
import { parseNumber } from '#server/importing/cells/number.ts';
import type { Cell } from '#server/importing/files/table.ts';
import type { Field } from '#server/importing/synonyms.ts';
import { keyOfWord, stageWords, statusWords } from '#server/importing/words.ts';

/** A sample of a column's filled cells; `full` when no row is blank in it. */
export interface ColumnCells {
  readonly cells: readonly Cell[];
  readonly filled: number;
  readonly full: boolean;
}
interface Candidate {
  readonly index: number;
  readonly header: string;
  readonly data: ColumnCells;
}

/** Parts of header words in other languages. They only break ties between columns whose cells fit. */
const hints: readonly (readonly [Field, RegExp])[] = [
  [
    'project_id',
    /\b(?:id|code|clave|c[oó]digo|codice(?!.*(?:ipa|comune|prov|reg))|cup|num(?:ero)?|nr|ref|expediente|folio)\b|编号|番号|_cup$/i,
  ],
  [
    'project_name',
    /\bproj|проект|nombre|nome|t[ií]tulo|titolo|name|title|denominaci|bezeichnung|intitul|descripci[oó]n corta|项目|案件|事業|件名/i,
  ],
  [
    'investor_name',
    /ejecutor|empresa|entreprise|soci[ée]t|unternehmen|firma|azienda|account|customer|기업|업체|企業|doanh nghiệp|contratista|beneficiario|\bente\b|proponente|borrower|investor|company|企业|投资/i,
  ],
  ['stage', /etapa|estatus|estado|stato|status|stage|phase|fase|avance|阶段|状态|状況|段階/i],
  ['total_investment', /importo|monto|presupuesto|costo?|cost|budget|amount|montant|betrag|valor|\bvalue\b|investiment|投资|金额|額/i],
  ['industry', /sector|settore|\btipo\b|misura|rubro|categor|branche|industry|行业|产业|業種|分野/i],
  ['zone', /regi[oó]n|regione|municipio|comuna|comune|barrio|distri|localidad|area|zona|区域/i],
];
const hintOf = (field: Field, header: string): boolean =>
  hints.some(([f, re]) => f === field && re.test(header.normalize('NFC').replaceAll('_', ' ')));
const share = (cells: readonly Cell[], test: (text: string, cell: Cell) => boolean): number =>
  cells.length === 0 ? 0 : cells.filter((c) => test(String(c).trim(), c)).length / cells.length;

interface Shape {
  readonly numeric: number;
  /** Numbers, and amounts that bring their unit or currency. */
  readonly amounts: number;
  readonly dates: number;
  readonly distinct: number;
  readonly length: number;
  readonly digits: number;
  readonly words: number;
  readonly links: number;
  readonly phrases: number;
}
const isAmount = (text: string): boolean => ['money', 'range'].includes(parseAmount(text, { unit: '1', currency: 'CNY' }).kind);
function shapeOf({ cells }: ColumnCells): Shape {
  const texts = cells.map((c) => String(c).trim());
  return {
    numeric: share(cells, (_, c) => parseNumber(c).kind === 'value'),
    amounts: share(cells, (t, c) => parseNumber(c).kind === 'value' || isAmount(t)),
    dates: share(
      cells,
      (t, c) =>
        typeof c === 'string' && parseNumber(c).kind !== 'value' && (parseDate(t).kind === 'date' || parseDate(t).kind === 'ambiguous'),
    ),
    distinct: texts.length === 0 ? 0 : new Set(texts).size / texts.length,
    length: texts.length === 0 ? 0 : texts.reduce((n, t) => n + t.length, 0) / texts.length,
    digits: share(cells, (t) => /\d/.test(t)),
    words: share(cells, (t) => keyOfWord(stageWords, t) !== undefined || keyOfWord(statusWords, t) !== undefined),
    phrases: share(cells, (t) => /\S\s+\S|[\u3040-\u9fff\uac00-\ud7af]{3}/.test(t)),
    links: share(cells, (t) => /^https?:/i.test(t)),
  };
}

/** How well cells fit a field, 0 when they can't be it. */
const fit: Readonly<
  Record<
    'project_id' | 'project_name' | 'stage' | 'total_investment' | 'industry' | 'investor_name',
    (s: Shape, c: Candidate, rows: number) => number
  >
> = {
  project_id: (s, c, rows) =>
    c.data.full &&
    s.distinct >= 0.97 &&
    s.digits > 0.9 &&
    s.length <= 30 &&
    s.dates < 0.2 &&
    s.links === 0 &&
    (hintOf('project_id', c.header) || (s.numeric < 0.5 && rows > 3))
      ? 1
      : 0,
  project_name: (s, c, rows) =>
    c.data.filled >= rows * 0.9 &&
    s.numeric < 0.2 &&
    s.dates < 0.2 &&
    s.links < 0.1 &&
    s.phrases > 0.5 &&
    s.length >= 4 &&
    s.length <= 160 &&
    s.distinct > 0.5
      ? s.distinct * (hintOf('project_name', c.header) ? 1 : 0.5)
      : 0,
  stage: (s, c) =>
    s.words > 0.6 || (hintOf('stage', c.header) && s.numeric < 0.2 && s.dates < 0.2 && s.length <= 40 && s.distinct < 0.4)
      ? 0.5 + s.words / 2
      : 0,
  total_investment: (s, c) => (hintOf('total_investment', c.header) && s.amounts > 0.8 && s.dates < 0.2 ? 1 : 0),
  industry: (s, c) => (hintOf('industry', c.header) && s.numeric < 0.2 && s.distinct < 0.5 && s.length <= 60 ? 1 - s.distinct : 0),
  investor_name: (s, c) =>
    hintOf('investor_name', c.header) && s.numeric < 0.2 && s.dates < 0.2 && s.links < 0.1 && s.length <= 80 ? s.distinct : 0,
};

/** Fields proposed from what the cells are, for columns that no synonym knows; at most one column each. */
export function proposeByContent(candidates: readonly Candidate[], taken: ReadonlySet<Field>, rows: number): Map<number, Field> {
  const shapes = candidates.map((c) => ({ c, shape: shapeOf(c.data) }));
  const out = new Map<number, Field>();
  for (const field of Object.keys(fit) as (keyof typeof fit)[]) {
    if (taken.has(field)) continue;
    let best: { index: number; score: number } | undefined;
    for (const { c, shape } of shapes) {
      if (out.has(c.index)) continue;
      const score = fit[field](shape, c, rows) * (hintOf(field, c.header) ? 1 : 0.8);
      if (score > 0 && score > (best?.score ?? 0)) best = { index: c.index, score };
    }
    if (best) out.set(best.index, field);
  }
  return out;
}
