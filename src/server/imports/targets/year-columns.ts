import type { Cell } from '#server/imports/read/table.ts';
import { parseUnit } from '#server/imports/values/unit.ts';
import { compact } from '#domain/values/compact.ts';
import { readPeriod } from './target-values.ts';

/** A column of a wide table of targets: its heading is the time of the target. */
export interface YearColumn {
  readonly index: number;
  readonly heading: string;
  /** The time as written: 2027, FY 2027 or Q3 2027. */
  readonly period: string;
  /** Whether the heading is the year alone, as that of an actual value can be. */
  readonly isBare: boolean;
  readonly unit?: string;
}

const targetWords =
  /(?<!\p{L})(?:targets?|goals?|objecti(?:fs?|ves?)|objetivos?|metas?|ziele?|zielwert|cele?|c[ií]le?|hedef(?:i|ler)?|mục tiêu|sasaran|целев\p{L}*|цел[ьи]|ціл[ьі]|plan(?:ned)?|планов\p{L}*|план|المستهدف|الهدف|for|by|in|year|en|für|per|do|на|до|к|год[ау]?|г|рік|року)(?!\p{L})|目标(?:值|数)?|目標(?:値|数値)?|计划(?:值)?|計画(?:値)?|목표(?:값|치)?|年末/giu;
const baselineWords =
  /^(?:baseline|base year|base value|ligne de base|l[ií]nea (?:de )?base|linha de base|ausgangswert|basiswert|bazov\S*|базов\S*|基期(?:值)?|基准(?:值|年)?|基準(?:値|年)?|기준(?:값|치|년)?|خط الأساس)|(?:baseline|base|基期(?:值)?|基準(?:値)?)$/iu;
const bracketPattern = /[(（[【]([^()（）[\]【】]{1,40})[)）\]】]/u;

/** Reads the year of a heading of a baseline: Baseline 2024. @returns undefined for another heading */
export function readBaselineYear(heading: string): string | undefined {
  const text = heading.normalize('NFKC').trim();
  const [year] = /(?:19|20|21)\d\d/.exec(text) ?? [];
  return year !== undefined && baselineWords.test(text.replace(year, '').trim()) ? year : undefined;
}

/**
 * Reads the time in the heading of a column of targets: 2027, Target 2027 (USD million), 2027年目标.
 * @returns undefined for a heading with other words
 */
export function readYearColumn(heading: string, index: number): YearColumn | undefined {
  const [bracket, inside = ''] = bracketPattern.exec(heading) ?? [];
  const isUnit = bracket !== undefined && parseUnit(inside) !== undefined;
  const text = (
    bracket === undefined ? heading : heading.replace(bracket, isUnit ? ' ' : ` ${inside} `)
  )
    .normalize('NFKC')
    .trim();
  const period = text
    .replace(targetWords, ' ')
    .replace(/[\s:：_-]+/g, ' ')
    .trim();
  if (!/\d{4}/.test(period) || readPeriod(period, []) === undefined) return undefined;
  return {
    index,
    heading,
    period,
    isBare: period === text,
    ...compact({ unit: isUnit ? inside : undefined }),
  };
}

/** Whether a cell of a wide table states no target: blank, or a sign for none. */
export const isNoTarget = (cell: Cell | undefined): boolean =>
  cell === undefined ||
  /^(?:[-–—/.…]*|n\.?\s*\/?\s*a\.?|tbd|待定|未定)$/iu.test(String(cell).trim());
