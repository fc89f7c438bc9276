import { parseUnit, type AmountUnit } from '#server/imports/values/unit.ts';
import type { ProjectFacts } from '#domain/projects/project.ts';
import type { Column } from '#server/imports/columns/column.ts';
import type { RowStage } from '#server/imports/rows/stage-events.ts';
import type { Vocabulary } from '#server/imports/context/zone-vocabulary.ts';
import { sheetUnit } from './titles.ts';

/** The words of a heading between rows: 一、在建项目（12个） says 在建项目. */
export const sectionWord = (heading: string): string =>
  heading
    .normalize('NFKC')
    .trim()
    .replace(
      /^(?:第?[一二三四五六七八九十]+[、章部分类.]|\([一二三四五六七八九十\d]+\)|\d+[.、)])\s*/,
      '',
    )
    .replace(/\s*[(:：].*$/, '')
    .replace(/^[【〔■□●◆◇▼▽〈《]+\s*|[】〕〉》]+$/g, '')
    .trim();

/** The unit of money that a heading names for the rows below: 二、储备项目（单位：亿元）. */
export function sectionUnit(heading: string): AmountUnit | undefined {
  const named = sheetUnit([heading]);
  if (named !== undefined) return named;
  for (const [, inner] of heading
    .normalize('NFKC')
    .matchAll(/[([【]([^()[\]【】]{1,30})[)\]】]/g)) {
    const unit = parseUnit(inner ?? '');
    if (unit !== undefined) return unit;
  }
  return undefined;
}

interface Placed {
  readonly facts: ProjectFacts;
  readonly stage: RowStage;
}
/** 先进制造区, Khu công nghiệp Bắc Sông, North Park: a part of a zone that the register alone names. */
export const area =
  /[区區园園]$|(?:地区|エリア|団地)$|^(?:khu|zone|zona|parc|lot) |\s(?:park|zone|district|estate|area)$/i;
/** What a heading says of the rows below, where the file has no column for it: their stage, industry or function zone. */
export function placeBySection<R extends Placed>(
  record: R,
  heading: string | undefined,
  columns: readonly Column[],
  vocabulary: Vocabulary,
  onStage: (word: string, stage: string) => void,
): R {
  if (heading === undefined) return record;
  const word = sectionWord(heading);
  const has = (field: Column['field']): boolean => columns.some((c) => c.field === field);
  if (!has('stage')) {
    const read = vocabulary.stage(word, 'stage');
    if (read.known) {
      onStage(word, (read.stage === 'unknown' ? read.status : read.stage) ?? 'unknown');
      const { known: _, ...said } = read;
      return { ...record, stage: { ...said, ...record.stage } };
    }
  }
  for (const field of ['industry', 'zone'] as const) {
    const id = vocabulary[field](word);
    if (!has(field) && id !== word) return { ...record, facts: { ...record.facts, [field]: id } };
  }
  if (!has('zone') && area.test(word)) return { ...record, facts: { ...record.facts, zone: word } };
  return record;
}
