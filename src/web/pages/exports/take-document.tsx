import type { MouseEvent } from 'react';
import { callDocument } from '#web/data/transport.ts';
import { exportsText } from '#web/i18n/exports/text.ts';
import { figureText } from '#web/i18n/figure/text.ts';
import { useText } from '#web/i18n/text.ts';
import { FileSaid } from '#web/shell/file-said.tsx';
import { saveAs } from '#web/shell/save-as.ts';
import { useFigureState } from '#web/shell/use-figure-state.ts';
import { Icon } from '#web/ui/icon.tsx';

/** Takes a document; one that takes long can be stopped, and one that fails says why. With a key held it is a link like any other. */
export function TakeDocument({ href }: { readonly href: string }) {
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
      <a className="btn pri" href={href} download onClick={take}>
        <Icon name="download" />
        {t('download')}
      </a>
      <FileSaid said={said} cancel={cancel} />
    </>
  );
}
