import type { MouseEvent } from 'react';
import { callDocument } from '#web/data/files/file-transport.ts';
import { documentsLabels } from '#web/features/exports/labels/index.ts';
import { figureLabels } from '#web/figures/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { FileMessage } from '#web/figures/file-progress.tsx';
import { saveAs } from '#web/data/files/save-file.ts';
import { useFileAction } from '#web/figures/use-file-action.ts';
import { Icon } from '#web/ui/display/icon.tsx';
import * as controlsStyles from '#web/ui/controls/controls.module.css';

/**
 * Downloads a document with progress, cancellation and errors. With a modifier key it is an
 * ordinary link.
 */
export function DocumentDownload({ href }: { readonly href: string }) {
  const t = useLabels(documentsLabels);
  const { message, cancel, run } = useFileAction(useLabels(figureLabels));
  const take = (event: MouseEvent<HTMLAnchorElement>): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    run('made', async (signal) => {
      const file = await callDocument(href, signal);
      saveAs(file.name, file);
    });
  };
  return (
    <>
      <a
        className={`${controlsStyles.button} ${controlsStyles.primary}`}
        href={href}
        download
        onClick={take}
      >
        <Icon name="download" />
        {t('download')}
      </a>
      <FileMessage message={message} cancel={cancel} />
    </>
  );
}
