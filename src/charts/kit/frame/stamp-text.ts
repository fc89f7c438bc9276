import type { PlanPath } from '#domain/zone/indicator.ts';
import type { Language } from '#domain/values/language.ts';

/** Words of what a figure that leaves says of its making. */
export interface StampWords {
  readonly stamped: (revision: number, recorded: string) => string;
  readonly knownAt: (date: string) => string;
  readonly plan: Readonly<Record<PlanPath, string>>;
  readonly view: (address: string) => string;
}
export const stampWords: Readonly<Record<Language, StampWords>> = {
  'zh-CN': {
    stamped: (revision, recorded) => `Headway 制作，第${revision}次修订（${recorded}记录）`,
    knownAt: (date) => `按${date}的记录`,
    plan: { straight: '应达进度按时序进度', checkpoints: '应达进度按检查点' },
    view: (address) => `打开此视图：${address}`,
  },
  ja: {
    stamped: (revision, recorded) => `Headwayで作成、改訂${revision}（${recorded}記録）`,
    knownAt: (date) => `${date}の記録による`,
    plan: { straight: '計画値は直線（期間経過率）', checkpoints: '計画値はチェックポイント' },
    view: (address) => `この画面を開く：${address}`,
  },
  en: {
    stamped: (revision, recorded) => `Made with Headway, revision ${revision} recorded ${recorded}`,
    knownAt: (date) => `As the records stood on ${date}`,
    plan: {
      straight: 'Plan to date by straight line (time elapsed)',
      checkpoints: 'Plan to date by checkpoints',
    },
    view: (address) => `Open this view: ${address}`,
  },
};
