import { toTexts } from '#domain/labels/bundle.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const targetTexts = toTexts({ 'zh-CN': zh.targets, ja: ja.targets, en: en.targets });
export const forecastTexts = toTexts({ 'zh-CN': zh.forecasts, ja: ja.forecasts, en: en.forecasts });
export const outlookTexts = toTexts({ 'zh-CN': zh.outlook, ja: ja.outlook, en: en.outlook });
