import type { MouseEvent } from 'react';
import { callDocument } from '#web/data/transport.ts';
import { exportsText } from '#web/features/exports/labels/documents/index.ts';
import { figureText } from '#web/figures/labels/index.ts';
import { useText } from '#web/i18n/text.ts';
import { FileSaid } from '#web/figures/file-progress.tsx';
import { saveAs } from '#web/data/save-file.ts';
import { useFigureState } from '#web/figures/use-file-action.ts';
import { Icon } from '#web/ui/display/icon.tsx';
import * as controlsStyles from '#web/ui/controls/controls.module.css';

/**
 * Downloads a document with progress, cancellation and errors. With a modifier key it is an
 * ordinary link.
 */
export function DocumentDownload({ href }: { readonly href: string }) {
  const t = useText(exportsText);
  const { said, cancel, run } = useFigureState(useText(figureText));
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
      <FileSaid said={said} cancel={cancel} />
    </>
  );
}
