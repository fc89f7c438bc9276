import { toTexts } from '#domain/labels/bundle.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const analysisTerms = toTexts({ 'zh-CN': zh.analysis, ja: ja.analysis, en: en.analysis });
