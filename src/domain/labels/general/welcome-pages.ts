import type { Text } from '#domain/values/language.ts';

/**
 * Texts of the pages before sign-in: the page with the sign-in form, and the page for unknown
 * addresses.
 */
export const doorTerms: Readonly<
  Record<'closed' | 'closed_help' | 'opening' | 'ended' | 'not_found' | 'home', Text>
> = {
  closed: {
    'zh-CN': '需要一次性链接才能打开',
    ja: '開くには一度だけ使えるリンクが必要です',
    en: 'A one-time link is needed to open this',
  },
  closed_help: {
    'zh-CN':
      '请打开启动 Headway 的控制台所显示的链接。链接 30 分钟内有效，只能使用一次；重新启动会显示新的链接。如果没有显示链接，请在运行 Headway 的电脑上打开，或者在 HEADWAY_HOSTS 中填写此主机名后重新启动。',
    ja: 'Headway を起動した画面に表示されたリンクを開いてください。有効期間は30分、使えるのは一度だけです。再起動すると新しいリンクが表示されます。リンクが表示されない場合は、Headway が動いているパソコンで開くか、このホスト名を HEADWAY_HOSTS に設定して再起動してください。',
    en: 'Open the link that Headway printed on the console where it was started. It works once, within 30 minutes; a restart prints a new one. If it printed none, open Headway on the computer that runs it, or name this host in HEADWAY_HOSTS and start it again.',
  },
  opening: { 'zh-CN': '正在打开……', ja: '開いています…', en: 'Opening…' },
  ended: { 'zh-CN': '此链接已失效', ja: 'このリンクは無効になりました', en: 'This link has ended' },
  not_found: {
    'zh-CN': '此地址没有内容',
    ja: 'このアドレスには何もありません',
    en: 'Nothing is at this address',
  },
  home: { 'zh-CN': '前往首页', ja: 'トップへ', en: 'Go to the start page' },
};
