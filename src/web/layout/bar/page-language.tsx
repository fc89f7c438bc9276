import { keepLanguage } from '#web/i18n/languages.ts';
import { frameLabels } from '#web/i18n/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { LanguageSwitch } from '#web/ui/controls/language-switch.tsx';
import { useViewState } from '#web/url/use-view-state.ts';

/** The language of the page, stored in its address and for the next visit. */
export function PageLanguage() {
  const t = useLabels(frameLabels);
  const language = useLanguage();
  const { change } = useViewState();
  return (
    <LanguageSwitch
      tall
      label={t('language')}
      language={language}
      onChange={(lang) => {
        keepLanguage(lang);
        change({ lang });
      }}
    />
  );
}
