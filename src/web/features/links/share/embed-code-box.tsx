import { useCallback, useState } from 'react';
import type { SharedLink, SharedPayload } from '#contract/links/schemas.ts';
import { compact } from '#domain/values/compact.ts';
import type { Language } from '#domain/values/language.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { refetchQuery } from '#web/data/query-client.ts';
import * as embedStyles from '#web/features/links/embed/embed.module.css';
import { figureName } from '#web/features/links/chart-name.ts';
import { shareLabels } from '#web/features/links/labels/index.ts';
import { useLinkPreview } from '#web/features/links/queries.ts';
import { EmbeddedFigure } from '#web/features/links/view/embedded-figure.tsx';
import { LanguageProvider, useLabels, useLoadedLanguage } from '#web/i18n/text.ts';
import { SelectField } from '#web/ui/controls/field.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Skeleton } from '#web/ui/feedback/skeleton.tsx';
import { CopyBox } from './address-box.tsx';
import { embedCode, frameWidths } from './embed-code.ts';
import { MeasuredFrame } from './measured-frame.tsx';

/** The height of most figures in px, for code that adjusts itself and could not be measured. */
const usualHeight = 560;
/** For code that adjusts itself: the frame has the height for this width until the script runs. */
const usualWidth = 620;

/** The page of the figure in another site. */
const EmbeddedPage = ({
  language,
  payload,
}: {
  readonly language: Language;
  readonly payload: SharedPayload;
}) => (
  <LanguageProvider value={language}>
    <main className={embedStyles.page}>
      <EmbeddedFigure payload={payload} />
    </main>
  </LanguageProvider>
);

/**
 * The code that shows the figure of a link in another site, with its height for a width. It is
 * offered once the figure has been measured in that width.
 */
export function EmbedCodeBox({
  link,
  address,
}: {
  readonly link: SharedLink;
  readonly address: string;
}) {
  const t = useLabels(shareLabels);
  const [widthText, setWidthText] = useState('');
  const [measure, setMeasure] = useState<{ readonly width: number; readonly height: number }>();
  const { view, profile, language, exports, title: ownTitle } = link;
  const preview = useLinkPreview({
    view,
    profile,
    language,
    exports,
    ...compact({ title: ownTitle }),
    frozen: link.frozen !== undefined,
  });
  const { current } = useLoadedLanguage(language);
  const width = frameWidths.find((one) => String(one) === widthText);
  const measuredWidth = width ?? usualWidth;
  const onHeight = useCallback(
    (height: number) => setMeasure({ width: measuredWidth, height }),
    [measuredWidth],
  );
  if (current !== language) return <Skeleton lines={4} />;
  const title = figureName(link, language);
  const hasFailed = preview.data === undefined && preview.failureReason !== null;
  const height =
    measure?.width === measuredWidth
      ? measure.height
      : hasFailed && width === undefined
        ? usualHeight
        : undefined;
  return (
    <>
      <SelectField
        label={t('code_width')}
        value={widthText}
        onChange={(event) => setWidthText(event.target.value)}
      >
        <option value="">{t('code_any')}</option>
        {frameWidths.map((one) => (
          <option key={one} value={one}>
            {t('code_fixed', { width: one })}
          </option>
        ))}
      </SelectField>
      <CopyBox
        label={t('code')}
        copy={t('copy_code')}
        wait={hasFailed ? '' : t('measuring')}
        text={
          height === undefined
            ? undefined
            : embedCode(address, { title, height, ...compact({ width }) })
        }
      />
      {hasFailed ? (
        <ErrorPanel
          failure={toProblem(preview.failureReason)}
          onRetry={() => refetchQuery(preview)}
        />
      ) : null}
      {preview.data === undefined ? null : (
        <MeasuredFrame
          key={measuredWidth}
          title={title}
          width={measuredWidth}
          language={language}
          onHeight={onHeight}
        >
          <EmbeddedPage language={language} payload={preview.data} />
        </MeasuredFrame>
      )}
    </>
  );
}
