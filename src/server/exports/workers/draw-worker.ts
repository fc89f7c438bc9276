import { parentPort, workerData } from 'node:worker_threads';
import { pathToFileURL } from 'node:url';
import type { FigureRequest } from '#charts/static/render-figure.ts';
import type { Language } from '#domain/values/language.ts';
import type { PaperReport, PdfInfo, PdfSource } from '#server/core/pdf-info.ts';
import type { WordDocument } from '#server/core/word-document.ts';
import type { DrawResult } from '#server/core/deps.ts';
import { drawFigure, missingCharacters } from '#server/exports/fonts/missing-characters.ts';

/** Tasks of the drawing thread. Only this thread may set a global `document` without a window. */
export type DrawTask =
  | { readonly kind: 'svg'; readonly request: FigureRequest; readonly fonts: boolean }
  | { readonly kind: 'png'; readonly request: FigureRequest; readonly scale: number }
  | { readonly kind: 'pdf'; readonly source: PdfSource; readonly info: PdfInfo }
  | { readonly kind: 'docx'; readonly document: WordDocument }
  | {
      readonly kind: 'picture';
      readonly id: FigureRequest['id'];
      readonly series: unknown;
      readonly language: Language;
    };
/** A task with its number, or the number of a cancelled task. */
export type DrawnMessage =
  | { readonly number: number; readonly task: DrawTask }
  | { readonly stop: number };
export type DrawReply =
  | { readonly number: number; readonly done: DrawResult<string | Uint8Array> }
  | { readonly number: number; readonly failed: string };

interface DrawBuild {
  readonly picture: (id: FigureRequest['id'], series: unknown, language: Language) => string;
  readonly figure: (request: FigureRequest) => string;
}

const build = import(
  pathToFileURL((workerData as { readonly drawBuild: string }).drawBuild).href
) as Promise<DrawBuild>;

const stoppedTasks = new Set<number>();
/** Lets pending messages arrive. @throws Error if the drawing was cancelled */
async function goOn(number: number): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  if (stoppedTasks.delete(number)) throw new Error('Nobody waits for this drawing any more.');
}

async function layPages(report: PaperReport): Promise<readonly string[]> {
  const { layReport } = await import('#server/exports/report/lay-report.ts');
  return layReport(report);
}

async function answer(number: number, task: DrawTask): Promise<DrawResult<string | Uint8Array>> {
  if (task.kind === 'pdf') {
    const { toPdf } = await import('#server/exports/formats/pdf/to-pdf.ts');
    const pages = 'report' in task.source ? await layPages(task.source) : task.source;
    await goOn(number);
    return {
      content: await toPdf(pages, task.info, () => goOn(number)),
      missing: missingCharacters(pages.join('')),
    };
  }
  if (task.kind === 'docx') {
    const { toDocx } = await import('#server/exports/formats/docx/to-docx.ts');
    const { orderForWord } = await import('#server/exports/report/lay-report.ts');
    const report = orderForWord(task.document);
    await goOn(number);
    return { content: await toDocx({ ...task.document, report }), missing: [] };
  }
  const { picture, figure } = await build;
  if (task.kind === 'picture')
    return { content: picture(task.id, task.series, task.language), missing: [] };
  const { content: svg, missing } = drawFigure(figure, task.request);
  await goOn(number);
  const { language } = task.request;
  if (task.kind === 'png')
    return {
      content: await (await import('#server/exports/formats/png/to-png.ts')).toPng(
        svg,
        language,
        task.scale,
      ),
      missing,
    };
  return {
    content: task.fonts
      ? await (await import('#server/exports/formats/svg/embed-fonts.ts')).embedFonts(svg, language)
      : svg,
    missing,
  };
}

parentPort?.on('message', (message: DrawnMessage) => {
  if ('stop' in message) {
    stoppedTasks.add(message.stop);
    return;
  }
  const { number, task } = message;
  answer(number, task).then(
    (result) => parentPort?.postMessage({ number, done: result } satisfies DrawReply),
    (error: unknown) =>
      parentPort?.postMessage({
        number,
        failed: error instanceof Error ? error.message : String(error),
      } satisfies DrawReply),
  );
});
