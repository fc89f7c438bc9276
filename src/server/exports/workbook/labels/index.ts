import { type Bundle, toTexts } from '#domain/labels/bundle.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const layoutLabels = toTexts({ 'zh-CN': zh.layout, ja: ja.layout, en: en.layout });
export const cellTerms = toTexts({ 'zh-CN': zh.cells, ja: ja.cells, en: en.cells });
export const revisionKindTerms = toTexts({
  'zh-CN': zh.revisionKinds,
  ja: ja.revisionKinds,
  en: en.revisionKinds,
});
export const codebookTerms = toTexts({ 'zh-CN': zh.codebook, ja: ja.codebook, en: en.codebook });
export const importedHeadings: Bundle<typeof en.importedHeadings> = {
  'zh-CN': zh.importedHeadings,
  ja: ja.importedHeadings,
  en: en.importedHeadings,
};
