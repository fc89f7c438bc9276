import { toTexts } from '#domain/labels/bundle.ts';
import type { MeasureSource, MeasureUnit } from '#domain/measures/measure.ts';
import type { Terms } from '#domain/values/term.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const measureSourceTerms: Terms<MeasureSource> = toTexts({
  'zh-CN': zh.sources,
  ja: ja.sources,
  en: en.sources,
});
export const measureUnitTerms: Terms<MeasureUnit> = toTexts({
  'zh-CN': zh.units,
  ja: ja.units,
  en: en.units,
});
