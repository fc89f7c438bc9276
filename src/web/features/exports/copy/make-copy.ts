import { absentValue } from '#domain/labels/targets/absent-value.ts';
import { earlierText } from '#domain/labels/targets/earlier-target.ts';
import { registerNotes } from '#domain/labels/projects/register-days.ts';
import { formatCount, formatDate, formatMoney, formatValue } from '#domain/values/format.ts';
import { readInvestment } from '#domain/overview/read-investment.ts';
import { languages, type Language } from '#domain/values/language.ts';
import type { Overview } from '#domain/overview/overview.ts';
import { countNotSetOfStrip } from '#domain/overview/stage-not-set.ts';
import type { StageGroupTotals, StageTotals } from '#domain/projects/register-view.ts';
import type { Figure, TargetRow } from '#domain/targets/target-row.ts';
import { toDrawableOverview, type SharedOverview } from '#domain/redaction/shared-overview.ts';
import {
  heldBackAmounts,
  heldBackTerm,
  partialSumTerm,
  writeKnownCount,
} from '#domain/labels/general/missing-figure.ts';
import {
  dataStatusTerms,
  figureStatus,
  illustrativeLabel,
  stageGroupTerms,
  stageWord,
} from '#domain/labels/index.ts';
import { verdictText } from '#charts/targets/data/outcome.ts';
import { againstPlan } from '#charts/targets/data/against-plan.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { copyLabels } from '#web/features/exports/labels/index.ts';
import { overviewLabels } from '#web/features/overview/labels/index.ts';
import { languageNames } from '#web/i18n/languages.ts';
import { makeTranslate } from '#web/i18n/text.ts';
import { figureSource } from '#web/figures/figure-source.ts';

/** HTML that needs no escaping. Only `markup` makes it. */
interface Markup {
  readonly safe: string;
}
type MarkupPart = string | number | Markup | readonly Markup[] | undefined;

const escapeMarkup = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/[\p{Cc}\p{Cs}]/gu, '');
const escapePart = (part: MarkupPart): string => {
  if (part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeMarkup(String(part));
  return 'safe' in part ? part.safe : part.map((item) => item.safe).join('');
};

/** Builds HTML and escapes every value that `markup` did not make. */
export const markup = (texts: TemplateStringsArray, ...parts: readonly MarkupPart[]): Markup => ({
  safe: texts.reduce(
    (before, text, at) => before + text + (at < parts.length ? escapePart(parts[at]) : ''),
    '',
  ),
});

/**
 * The style of the copy: light theme, system fonts, A4 in print, one column on phones. Radio
 * buttons switch the language.
 */
const copyStyle = `:root{color-scheme:light}*{box-sizing:border-box;margin:0}body{background:#FCFCFA;color:#14191C;font:14px/1.6 system-ui,sans-serif;max-width:960px;margin:0 auto;padding:24px}
:lang(zh-CN){font-family:system-ui,"PingFang SC","Microsoft YaHei UI","Noto Sans CJK SC",sans-serif}:lang(ja){font-family:system-ui,"Hiragino Sans","Yu Gothic UI","Noto Sans CJK JP",sans-serif}
input[name=l]{position:absolute;opacity:0}nav{display:flex;gap:8px;justify-content:flex-end}nav label{border:1px solid #858D90;border-radius:4px;padding:6px 12px;cursor:pointer}
main{display:none}#l-zh-CN:checked~#s-zh-CN,#l-ja:checked~#s-ja,#l-en:checked~#s-en{display:block}
#l-zh-CN:checked~nav [for=l-zh-CN],#l-ja:checked~nav [for=l-ja],#l-en:checked~nav [for=l-en]{background:#14191C;color:#FCFCFA}
#l-zh-CN:focus-visible~nav [for=l-zh-CN],#l-ja:focus-visible~nav [for=l-ja],#l-en:focus-visible~nav [for=l-en]{outline:2px solid #14191C;outline-offset:2px}
h1{font-size:24px;line-height:1.4;margin-top:16px}h2{font-size:16px;border-top:1px solid #20272B;padding-top:10px;margin-top:28px}.lede,.note,small{color:#5F686D}small{display:block;font-size:12px;font-weight:400}
.example{background:#FFF6DC;color:#553E00;border:1px solid #A07A1A;padding:8px 12px;margin:16px 0}.chip{font-size:12px;border:1px solid #858D90;border-radius:2px;padding:0 5px;font-weight:400;white-space:nowrap}.chip.ex{background:#FFF6DC;color:#553E00;border-color:#A07A1A}
.head{display:grid;grid-template-columns:repeat(3,1fr);gap:16px;margin-top:20px}.head b{font-size:28px;line-height:1.3;display:block;font-weight:600}.head dt{font-weight:600}
table{width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{text-align:left;padding:8px 12px 8px 0;border-bottom:1px solid #DADDD8;vertical-align:top}thead th{font-size:12px;color:#5F686D;font-weight:400;border-color:#20272B}.r{text-align:right}.group th,.group td{font-weight:600;background:#F0F1ED}tbody tr:not(.group) th{font-weight:500}
.scroll{overflow-x:auto}figure{margin:20px 0;break-inside:avoid}img{width:100%;height:auto;display:block}.tall{display:none}
@media screen and (max-width:767px){.wide{display:none}.tall{display:block}body{padding:16px}.head{grid-template-columns:1fr;gap:12px}.head b{font-size:24px}h1{font-size:20px}.stack thead{display:none}.stack tr{display:block;border-bottom:1px solid #DADDD8;padding:6px 0}.stack th,.stack td{display:block;border:0;padding:2px 0}.stack td[data-of]::before{content:attr(data-of) ": ";color:#5F686D}:lang(zh-CN) .stack td[data-of]::before,:lang(ja) .stack td[data-of]::before{content:attr(data-of) "："}.stack td small{display:inline;margin-left:6px}}
@page{size:A4;margin:18mm}@media print{body{max-width:none;padding:0;background:#fff}nav{display:none}tr{break-inside:avoid}h2{break-after:avoid}}`;

/** Charts as SVG by language, for wide pages and for phones. */
export type Pictures = Readonly<
  Record<
    Language,
    readonly { readonly title: string; readonly wide: string; readonly tall: string }[]
  >
>;

const picture = (svg: string): string =>
  `data:image/svg+xml,${encodeURIComponent(svg).replace(/%20/g, ' ').replace(/%3D/g, '=').replace(/%3A/g, ':').replace(/%2F/g, '/').replace(/%2C/g, ',').replace(/%3B/g, ';')}`;
type MarkedFigure = Pick<Figure, 'data_status' | 'source'>;
const isOwn = ({ data_status, source }: MarkedFigure): boolean =>
  data_status === 'reported' && source === undefined;
/** The status of a figure. Empty for the zone's own data, which the page names once. */
const chip = (figure: MarkedFigure, language: Language): Markup =>
  isOwn(figure)
    ? markup``
    : markup`<span class="${figure.data_status === 'illustrative' ? 'chip ex' : 'chip'}">${figureStatus(figure)[language]}</span>`;

/**
 * Makes a self-contained file of the overview: totals only, in three languages, switched without a
 * script.
 *
 * @param totals - the overview for a reader of totals: no project, and no amount that reveals one
 */
export function makeCopy(
  totals: SharedOverview,
  pictures: Pictures,
  first: Language,
  madeAt: string,
): string {
  const overview = toDrawableOverview(totals);
  const order = [first, ...languages.filter((language) => language !== first)];
  const prefix = overview.illustrative ? `${illustrativeLabel[first]} · ` : '';
  const page = markup`<!doctype html>
<html lang="${first}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"><meta name="robots" content="noindex"><meta name="referrer" content="no-referrer">
<title>${prefix}${overview.zone.name[first]}, ${overview.as_of}</title><style>${{ safe: copyStyle }}</style></head><body>
${order.map((language, at) => markup`<input type="radio" name="l" id="l-${language}"${at === 0 ? { safe: ' checked' } : ''}>`)}
<nav aria-label="${makeTranslate(copyLabels, first)('language')}">${languages.map((language) => markup`<label for="l-${language}" lang="${language}">${languageNames[language]}</label>`)}</nav>
${languages.map((language) => section(overview, pictures[language], language, madeAt))}
</body></html>`;
  return page.safe;
}

function section(
  o: Overview,
  pictures: Pictures[Language],
  language: Language,
  madeAt: string,
): Markup {
  const t = makeTranslate(copyLabels, language);
  const date = (iso: string) => formatDate(iso, language, 'long');
  const investment = readInvestment(o);
  const partial =
    investment.undisclosed === 0
      ? ''
      : ` ${partialSumTerm(formatCount(investment.undisclosed, language), language)}`;
  const figure = (label: string, f: Figure | undefined, after = ''): Markup =>
    f === undefined
      ? markup``
      : markup`<div><dt>${label}</dt><dd><b>${formatValue(f.value, f.unit, language, f.qualifier === undefined ? {} : { qualifier: f.qualifier }).text}</b>${after} ${chip(f, language)}<small>${figureSource(f, language)}</small></dd></div>`;
  const { changes } = o;
  const count = (n: number | undefined): string =>
    n === undefined ? '—' : formatCount(n, language);
  return markup`<main id="s-${language}" lang="${language}">
<h1>${o.zone.name[language]}</h1><p class="lede">${t('progress_of', { date: date(o.as_of) })} · ${t('made', { date: date(madeAt) })}${o.headline.established !== undefined && isOwn(o.headline.established) ? ` · ${dataStatusTerms.reported[language]}` : ''}</p>
${o.illustrative ? markup`<p class="example"><b>${illustrativeLabel[language]}</b> ${t('illustrative')}</p>` : ''}
<dl class="head">${figure(t('established'), o.headline.established)}${investment.figures.map((sum) => figure(t('investment'), sum, partial))}${o.headline.investment_held_back === undefined ? '' : markup`<div><dt>${t('investment')}</dt><dd>${heldBackAmounts(o.headline.investment_held_back, language)}</dd></div>`}${figure(t('pipeline'), o.headline.pipeline)}${(o.headline.classes ?? []).map((one) => figure(makeTranslate(overviewLabels, language)('class_projects', { name: one.name?.[language] ?? '' }), one))}</dl>${registerNotes(o, language).map((note) => markup`<p class="note">${note}</p>`)}
<h2>${t('targets')}</h2><div class="scroll"><table class="stack"><thead><tr><th scope="col">${t('target')}</th><th scope="col">${t('now')}</th><th scope="col">${t('plan')}</th><th scope="col">${t('verdict')}</th></tr></thead><tbody>${o.targets.map((row) => targetRow(row, language))}</tbody></table></div>
${pictures.map((p) => markup`<figure><img class="wide" src="${picture(p.wide)}" alt="${p.title}"><img class="tall" src="${picture(p.tall)}" alt="${p.title}"></figure>`)}
${
  o.strip.groups.length === 0
    ? ''
    : markup`<h2>${t('stages')} ${chip(o.strip, language)}</h2><div class="scroll"><table><thead><tr><th scope="col">${t('stage')}</th><th scope="col" class="r">${t('count')}</th><th scope="col" class="r">${t('amount')}</th></tr></thead>${o.strip.groups.map((group) => stageGroup(group, o, language))}</table></div>
<p class="note">${t('held_back_note')}${o.strip.excluded !== undefined && o.strip.excluded > 0 ? ` ${t('excluded', { n: o.strip.excluded })}` : ''}</p>`
}
${changes === undefined ? '' : markup`<h2>${t('since', { date: date(changes.since) })}</h2><p>${t('since_text', { n: changes.total, before: count(changes.established.before), now: count(changes.established.now), pipelineBefore: count(changes.pipeline.before), pipelineNow: count(changes.pipeline.now) })}</p>`}
<h2>${t('method')}</h2><p class="note">${t('method_text')}</p>
</main>`;
}

function targetRow(row: TargetRow, language: Language): Markup {
  const t = makeTranslate(copyLabels, language);
  const date = (iso: string) => formatDate(iso, language, 'long');
  const verdict = verdictText(row, language);
  const name = markup`<th scope="row">${row.name[language]}<small>${sentenceStart(row.wording[language])} · ${t('by', { date: date(row.deadline) })}</small>${row.earlier?.[0] === undefined ? '' : markup`<small>${sentenceStart(earlierText(row.earlier[0], row, language))}</small>`}</th>`;
  if (row.comparator === 'qualitative')
    return markup`<tr>${name}<td colspan="3">${row.checklist === undefined ? t('no_checklist') : t('checklist', { ...row.checklist, date: date(row.checklist.date) })}</td></tr>`;
  const { now: value = '', plan = '—' } = againstPlan(row, language);
  const now =
    row.now === undefined
      ? markup`${sentenceStart(absentValue(row, language))}`
      : markup`${value}<small>${date(row.now.date)} ${chip({ data_status: row.now.data_status }, language)}</small>`;
  return markup`<tr>${name}<td data-of="${t('now')}">${now}</td><td data-of="${t('plan')}">${plan}</td><td data-of="${t('verdict')}">${verdict}</td></tr>`;
}

function stageGroup(
  group: StageGroupTotals,
  { strip, zone }: Overview,
  language: Language,
): Markup {
  const t = makeTranslate(copyLabels, language);
  const count = (number: number) => writeKnownCount(number, countNotSetOfStrip(strip), language);
  const amount = ({ amounts, held_back }: Pick<StageTotals, 'amounts' | 'held_back'>) =>
    [
      ...amounts.map((money) => formatMoney(money, language).text),
      ...(held_back === undefined ? [] : [heldBackTerm[language]]),
    ].join(' + ') || '—';
  return markup`<tbody><tr class="group"><th scope="row">${stageGroupTerms[group.group][language]}${group.undisclosed > 0 ? markup`<small>${t('undisclosed', { n: group.undisclosed })}</small>` : ''}</th><td class="r">${count(group.count)}</td><td class="r">${amount(group)}</td></tr>${group.rows.map((row) => markup`<tr><th scope="row">${stageWord(zone.stage_words, row.stage, language)}</th><td class="r">${count(row.count)}</td><td class="r">${amount(row)}</td></tr>`)}</tbody>`;
}
