import { parseUnit, type AmountUnit } from '#server/imports/values/unit.ts';
import { findSheetUnit } from './titles/sheet-unit.ts';

/** Reads the words of a heading between rows: 在建项目 in 一、在建项目（12个）. */
export const readSectionWord = (heading: string): string =>
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

/**
 * Reads the unit of money in a heading, which applies to the rows below: 二、储备项目（单位：亿元）.
 * @returns undefined if the heading names no unit of money
 */
export function readSectionUnit(heading: string): AmountUnit | undefined {
  const sheetUnit = findSheetUnit([heading]);
  if (sheetUnit !== undefined) return sheetUnit;
  for (const [, inner] of heading
    .normalize('NFKC')
    .matchAll(/[([【]([^()[\]【】]{1,30})[)\]】]/g)) {
    const unit = parseUnit(inner ?? '');
    if (unit !== undefined) return unit;
  }
  return undefined;
}

/** Matches the name of a part of a zone: 先进制造区, Khu công nghiệp Bắc Sông, North Park. */
export const area =
  /[区區园園]$|(?:地区|エリア|団地)$|^(?:khu|zone|zona|parc|lot) |\s(?:park|zone|district|estate|area)$/i;
