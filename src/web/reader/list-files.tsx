import { linkEndpoints, type sharedLists, type SharedPayload } from '#contract/links.ts';
import { buildPath } from '#contract/path.ts';
import { figureText } from '#web/i18n/figure/text.ts';
import { sharedText } from '#web/i18n/reader/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { CsvItems } from '#web/shell/csv-items.tsx';
import { IconButton } from '#web/ui/button.tsx';
import { MenuDownload } from '#web/ui/menu.tsx';
import { Popover } from '#web/ui/popover.tsx';

/** The list of a link as files, made on the server from what the page shows; none where the link gives no data, or in a preview. */
export function ListFiles({ link }: Pick<SharedPayload, 'link'>) {
  const t = useText(sharedText);
  const f = useText(figureText);
  const lang = useLanguage();
  if (link.exports !== 'data' || link.id === '') return null;
  const label = t('list_files');
  const address = (file: (typeof sharedLists)[number], csv?: 'excel'): string =>
    buildPath(linkEndpoints.sharedList, { link: link.id, file }, { lang, ...(csv === undefined ? {} : { csv }) });
  return (
    <Popover label={label} trigger={(button) => <IconButton {...button} icon="download" label={label} />}>
      {(close) => (
        <>
          <CsvItems address={(csv) => address('projects.csv', csv)} onClick={close} />
          <MenuDownload icon="table" label={f('xlsx')} hint={f('xlsx_hint')} href={address('projects.xlsx')} onClick={close} />
        </>
      )}
    </Popover>
  );
}
