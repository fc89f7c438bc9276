import { languages, type Language, type Text } from '#domain/values/language.ts';
import { doorTerms } from '#domain/labels/general/welcome-pages.ts';
import { endpoints } from '#contract/endpoints.ts';
import type { Answer } from '#server/http/response-cache.ts';

const encode = (text: string) => new TextEncoder().encode(text);
const line = (tag: string, text: Text, order: readonly Language[] = languages): string =>
  order.map((language) => `<${tag} lang="${language}">${text[language]}</${tag}>`).join('');

const page = (title: string, main: string, script: string, reader: Language = 'zh-CN'): Answer => ({
  bytes: encode(
    `<!doctype html><html lang="${reader}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Headway · ${title}</title><link rel="stylesheet" href="/door.css">${script}</head><body><main>${main}</main></body></html>`,
  ),
  type: 'text/html; charset=utf-8',
});

/** Makes the page for a visitor without access. It says what to do, and holds no data. */
export const makeClosedPage = (): Answer => ({
  ...page(doorTerms.closed.en, line('h1', doorTerms.closed) + line('p', doorTerms.closed_help), ''),
  status: 401,
});
/** Makes the page for an unknown address, in the language of the reader. */
export const makeNotFoundPage = (reader: Language): Answer => ({
  ...page(
    doorTerms.not_found[reader],
    `${line('h1', doorTerms.not_found, [reader])}<p><a href="/?lang=${reader}">${doorTerms.home[reader]}</a></p>`,
    '',
    reader,
  ),
  status: 404,
});
/** The page that exchanges the one-time key for a session. */
export const keyPage: Answer = page(
  doorTerms.opening.en,
  `<div id="opening">${line('p', doorTerms.opening)}</div><div id="ended" hidden>${line('h1', doorTerms.ended)}${line('p', doorTerms.closed_help)}</div>`,
  '<script src="/door.js" defer></script>',
);
// The key follows the #, so that no request line, log or Referer holds it. The script first removes
// it from the address.
export const keyPageScript: Answer = {
  bytes: encode(`'use strict';
const key = location.hash.slice(1);
history.replaceState(null, '', location.pathname);
const ended = () => { document.getElementById('opening').hidden = true; document.getElementById('ended').hidden = false; };
if (key === '') ended();
else fetch('${endpoints.openSession.path}', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ key }) })
  .then((answer) => { if (answer.ok) location.replace('/'); else ended(); }, ended);
`),
  type: 'text/javascript; charset=utf-8',
};
export const keyPageStyle: Answer = {
  bytes: encode(
    ':root{color-scheme:light dark;--bg:#fcfcfa;--ink:#14191c;--accent:#0b5a6f}@media(prefers-color-scheme:dark){:root{--bg:#101517;--ink:#e9edec;--accent:#74c5da}}' +
      'body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.65 Inter,system-ui,"PingFang SC","Hiragino Sans","Microsoft YaHei UI","Yu Gothic UI","Noto Sans CJK SC",sans-serif}' +
      'main{max-width:36rem;margin:14vh auto;padding:40px 1.25rem 0;background:url(/favicon.svg) no-repeat 1.25rem 0/26px}h1{font-size:1.25rem;line-height:1.4;margin:.6em 0 .25em}p{margin:.4em 0}a{color:var(--accent);text-underline-offset:2px}',
  ),
  type: 'text/css; charset=utf-8',
};
