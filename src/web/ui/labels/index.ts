import type { Bundle } from '#web/i18n/text.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { zh } from './zh-CN.ts';

export const uiLabels: Bundle<typeof en> = { 'zh-CN': zh, ja, en };
