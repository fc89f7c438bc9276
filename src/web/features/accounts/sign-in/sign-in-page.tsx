import { useEffect, useState } from 'react';
import type { Language } from '#domain/values/language.ts';
import { accountLabels } from '#web/features/accounts/labels/index.ts';
import { keepLanguage, languageFromTags } from '#web/i18n/languages.ts';
import { LanguageProvider, useLabels } from '#web/i18n/text.ts';
import { isInvitation } from '#web/url/sign-in-address.ts';
import { readAddressLanguage } from '#web/url/link-address.ts';
import { takeSecret } from '#web/url/link-secret.ts';
import { Mark } from '#web/ui/display/brand.tsx';
import { LanguageSwitch } from '#web/ui/controls/language-switch.tsx';
import { JoinForm } from './join-form.tsx';
import { SignInForm } from './sign-in-form.tsx';
import '#web/features/accounts/accounts.module.css';
import * as signInStyles from '#web/features/accounts/sign-in.module.css';

function SignInLayout({
  secret,
  language,
  onLanguage,
}: {
  readonly secret: string | undefined;
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
}) {
  const t = useLabels(accountLabels);
  const title = t(secret === undefined ? 'sign_in' : 'join');
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${title} – ${t('product')}`;
  }, [language, title, t]);
  return (
    <div className={signInStyles.page}>
      <header>
        <Mark />
        <b>{t('product')}</b>
        <LanguageSwitch tall label={t('language')} language={language} onChange={onLanguage} />
      </header>
      <main id="main">{secret === undefined ? <SignInForm /> : <JoinForm secret={secret} />}</main>
    </div>
  );
}

/**
 * The page before sign-in: signing in, or accepting an invitation. It shows no data of the zone.
 */
export function SignInPage() {
  const [secret] = useState(() => (isInvitation() ? takeSecret() : undefined));
  const [language, setLanguage] = useState<Language>(
    () => readAddressLanguage() ?? languageFromTags([document.documentElement.lang]),
  );
  const choose = (next: Language) => {
    keepLanguage(next);
    setLanguage(next);
  };
  return (
    <LanguageProvider value={language}>
      <SignInLayout secret={secret} language={language} onLanguage={choose} />
    </LanguageProvider>
  );
}
