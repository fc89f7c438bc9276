import type { Language } from '#domain/values/language.ts';
import { countWord, joinNames } from '#charts/kit/text/claim.ts';

/** Steps that a title names, the most important first. */
export const successes = ['established', 'signed', 'new', 'resumed'] as const;
export type Success = (typeof successes)[number];

/**
 * Words of the title of the bridge. `amount` is omitted when it is not known for all the projects.
 */
export interface ClaimText {
  readonly one: Readonly<Record<Success, (count: number, amount?: string) => string>>;
  /** One of several kinds. */
  readonly several: Readonly<Record<Success, (count: number) => string>>;
  readonly list: (kinds: readonly string[]) => string;
  readonly left: (count: number, amount?: string) => string;
  readonly noneLost: string;
  readonly sentence: (day: string, parts: readonly string[]) => string;
  readonly noneMoved: (day: string) => string;
  readonly unchanged: (day: string) => string;
}

const en = (count: number): string => countWord(count, 'en');
const zh = (count: number): string => countWord(count, 'zh-CN');
const ja = (count: number): string => countWord(count, 'ja');
const projects = (count: number): string => `${en(count)} ${count === 1 ? 'project' : 'projects'}`;
const withAmount = (text: string, amount?: string): string =>
  amount === undefined ? text : `${text} with ${amount}`;
const after = (text: string, comma: string, amount?: string): string =>
  amount === undefined ? text : `${text}${comma}${amount}`;

export const claimText: Readonly<Record<Language, ClaimText>> = {
  'zh-CN': {
    one: {
      established: (count, amount) => after(`${zh(count)}个项目落户`, '，涉及', amount),
      signed: (count, amount) => after(`${zh(count)}个项目签约`, '，涉及', amount),
      new: (count, amount) => after(`新增${zh(count)}个项目`, '，增加', amount),
      resumed: (count, amount) => after(`${zh(count)}个项目恢复推进`, '，涉及', amount),
    },
    several: {
      established: (count) => `${zh(count)}个落户`,
      signed: (count) => `${zh(count)}个签约`,
      new: (count) => `新增${zh(count)}个`,
      resumed: (count) => `${zh(count)}个恢复推进`,
    },
    list: (kinds) => kinds.join('、'),
    left: (count, amount) => after(`${zh(count)}个项目流失`, '，涉及', amount),
    noneLost: '无流失',
    sentence: (day, parts) => `${day}以来${parts.join('，')}`,
    noneMoved: (day) => `${day}以来项目无进出`,
    unchanged: (day) => `${day}以来无变化`,
  },
  ja: {
    one: {
      established: (count, amount) => after(`${ja(count)}件が立地`, '、', amount),
      signed: (count, amount) => after(`${ja(count)}件が契約`, '、', amount),
      new: (count, amount) =>
        amount === undefined ? `新規${ja(count)}件` : `新規${ja(count)}件で${amount}増`,
      resumed: (count, amount) => after(`${ja(count)}件が再開`, '、', amount),
    },
    several: {
      established: (count) => `立地${ja(count)}件`,
      signed: (count) => `契約${ja(count)}件`,
      new: (count) => `新規${ja(count)}件`,
      resumed: (count) => `再開${ja(count)}件`,
    },
    list: (kinds) => kinds.join('、'),
    left: (count, amount) => after(`${ja(count)}件が終了`, '、', amount),
    noneLost: '失注・終了なし',
    sentence: (day, parts) => `${day}以降、${parts.join('、')}`,
    noneMoved: (day) => `${day}以降、案件の出入りなし`,
    unchanged: (day) => `${day}以降変化なし`,
  },
  en: {
    one: {
      established: (count, amount) => withAmount(`${projects(count)} established`, amount),
      signed: (count, amount) => withAmount(`${projects(count)} signed`, amount),
      new: (count, amount) =>
        amount === undefined
          ? `${en(count)} new ${count === 1 ? 'project' : 'projects'}`
          : `${en(count)} new ${count === 1 ? 'project adds' : 'projects add'} ${amount}`,
      resumed: (count, amount) => withAmount(`${projects(count)} resumed`, amount),
    },
    several: {
      established: (count) => `${en(count)} established`,
      signed: (count) => `${en(count)} signed`,
      new: (count) => `${en(count)} new`,
      resumed: (count) => `${en(count)} resumed`,
    },
    list: (kinds) => joinNames(kinds, 'en'),
    left: (count, amount) => withAmount(`${en(count)} left`, amount),
    noneLost: 'nothing was lost',
    sentence: (day, parts) => `${parts.join('; ')} since ${day}`,
    noneMoved: (day) => `no project came or left since ${day}`,
    unchanged: (day) => `nothing changed since ${day}`,
  },
};
