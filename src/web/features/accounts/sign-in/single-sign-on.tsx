import { singleSignOnLabels } from '#web/features/accounts/labels/index.ts';
import { useLabels } from '#web/i18n/text.ts';
import {
  faultInAddress,
  organisationAddress,
  organisationOfPage,
} from '#web/url/sign-in-address.ts';
import { Notice } from '#web/ui/feedback/notice.tsx';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as signInStyles from '#web/features/accounts/sign-in.module.css';

/**
 * Sign-in with the organisation, and the error of the last attempt. It is a link, since the content
 * security policy blocks forms to other sites.
 */
export function OrganisationSignIn() {
  const t = useLabels(singleSignOnLabels);
  const name = organisationOfPage();
  const fault = faultInAddress();
  return (
    <>
      {fault === undefined ? null : (
        <Notice kind="bad" live>
          {t(`why_${fault}`)}
        </Notice>
      )}
      {name === undefined ? null : (
        <>
          <p className={signInStyles.organisation}>
            <a className={controlsStyles.button} href={organisationAddress()}>
              {t('sign_in_with', { name })}
            </a>
          </p>
          <p className={signInStyles.note}>{t('or_password')}</p>
        </>
      )}
    </>
  );
}
