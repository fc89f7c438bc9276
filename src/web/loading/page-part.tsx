import type { ReactNode } from 'react';
import { uiLabels } from '#web/ui/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { ErrorBoundary } from '#web/ui/feedback/error-boundary.tsx';
import { isLostCode } from './missing-code.tsx';
import * as textStyles from '#web/ui/text.module.css';

/**
 * A part of a page that fails alone and can be retried. Missing code is handled by the page.
 * @throws the error of missing code, for the page
 */
export function Part({ children }: { readonly children: ReactNode }) {
  const t = useLabels(uiLabels);
  return (
    <ErrorBoundary
      fallback={(again, { error, reference }) => {
        if (isLostCode(error)) throw error;
        return (
          <p className={textStyles.quiet} role="alert">
            {t('part_failed')} {t('reference', { reference })}{' '}
            <Button onClick={again}>{t('retry')}</Button>
          </p>
        );
      }}
    >
      {children}
    </ErrorBoundary>
  );
}
