import type { SharedLink } from '#contract/links/schemas.ts';
import { EndAllDialog, EndDialog, RenewDialog } from './link-dialogs.tsx';
import { ReplaceDialog } from './replace-dialog.tsx';

/** A dialog about one link, or about all. */
export type OpenDialog =
  | { readonly kind: 'renew' | 'replace' | 'end'; readonly link: SharedLink }
  | { readonly kind: 'all' };

/** The open dialog of the list of links. */
export function LinkDialog({
  dialog,
  onClose,
  ...all
}: { readonly dialog: OpenDialog } & Parameters<typeof EndAllDialog>[0]) {
  if (dialog.kind === 'all') return <EndAllDialog {...all} onClose={onClose} />;
  const { kind, link } = dialog;
  if (kind === 'renew') return <RenewDialog link={link} onClose={onClose} />;
  return kind === 'replace' ? (
    <ReplaceDialog link={link} onClose={onClose} />
  ) : (
    <EndDialog link={link} onClose={onClose} />
  );
}
