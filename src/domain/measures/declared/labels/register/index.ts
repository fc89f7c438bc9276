import { toTexts } from '#domain/labels/bundle.ts';
import * as en from './en.ts';
import * as ja from './ja.ts';
import * as zh from './zh-CN.ts';

export const registerTexts = toTexts({ 'zh-CN': zh.register, ja: ja.register, en: en.register });
export const projectTexts = toTexts({ 'zh-CN': zh.projects, ja: ja.projects, en: en.projects });
export const changeTexts = toTexts({ 'zh-CN': zh.changes, ja: ja.changes, en: en.changes });
export const eventTexts = toTexts({ 'zh-CN': zh.events, ja: ja.events, en: en.events });
