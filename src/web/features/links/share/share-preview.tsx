import type { LinkDraft } from '#contract/links/schemas.ts';
import { useLinkPreview } from '#web/features/links/queries.ts';
import { LanguageProvider } from '#web/i18n/text.ts';
import { EmbeddedFigure } from '#web/features/links/view/embedded-figure.tsx';
import { SharedView } from '#web/features/links/view/shared-view.tsx';
import { QueryView } from '#web/loading/query-view.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import * as shareStyles from './share.module.css';

/**
 * The recipient's page as the server makes it, in the recipient's language, whose labels may load
 * first.
 */
export function SharePreview({ draft }: { readonly draft: LinkDraft }) {
  const { language } = draft;
  const query = useLinkPreview(draft);
  return (
    <div className={shareStyles.preview} lang={language}>
      <LanguageProvider key={language} value={language} fallback={<Skeleton lines={8} />}>
        <QueryView query={query}>
          {(payload) =>
            payload.view.embed === undefined ? (
              <SharedView payload={payload} />
            ) : (
              <EmbeddedFigure payload={payload} />
            )
          }
        </QueryView>
      </LanguageProvider>
    </div>
  );
}
