import { laterBundle } from '#web/i18n/load.ts';
import type { en } from './en.ts';

export const frameLabels = laterBundle<typeof en>({
  'zh-CN': async () => (await import('./zh-CN.ts')).zh,
  ja: async () => (await import('./ja.ts')).ja,
  en: async () => (await import('./en.ts')).en,
});
