import { linkEndpoints, sharedLists, type SharedPayload } from '#contract/links.ts';
import { buildPath } from '#contract/path.ts';
import { figureText } from '#web/i18n/figure/text.ts';
import { sharedText } from '#web/i18n/reader/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
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
  return (
    <Popover label={label} trigger={(button) => <IconButton {...button} icon="download" label={label} />}>
      {(close) =>
        sharedLists.map((file) => {
          const form = file === 'projects.csv' ? 'csv' : 'xlsx';
          return (
            <MenuDownload
              key={file}
              icon="table"
              label={f(form)}
              hint={f(`${form}_hint`)}
              href={buildPath(linkEndpoints.sharedList, { link: link.id, file }, { lang })}
              onClick={close}
            />
          );
        })
      }
    </Popover>
  );
}
