import type { Bundle } from '#domain/labels/bundle.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import { zh } from './zh-CN.ts';

export const seriesLabels: Bundle<typeof en> = { 'zh-CN': zh, ja, en };
