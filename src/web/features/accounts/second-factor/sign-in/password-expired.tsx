import { secondFactorLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import * as signInStyles from '#web/features/accounts/sign-in.module.css';

/** Says that the pending sign-in has expired. */
export function PasswordExpired({ onAgain }: { readonly onAgain: () => void }) {
  const t = useLabels(secondFactorLabels);
  return (
    <div role="status">
      <h1>{t('late')}</h1>
      <p className={signInStyles.note}>{t('late_text')}</p>
      <Button primary onClick={onAgain}>
        {t('begin_again')}
      </Button>
    </div>
  );
}
