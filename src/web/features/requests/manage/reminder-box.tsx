import type { MadeRequest } from '#contract/requests/schemas.ts';
import { formatMonth } from '#domain/values/format.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { saveAs } from '#web/data/files/save-file.ts';
import { manageLabels } from '#web/features/requests/labels/index.ts';
import { spokenLabels } from '#web/features/requests/labels/spoken/all.ts';
import { LocalAddressNote } from '#web/features/links/share/local-address-note.tsx';
import { useReaderAddress } from '#web/features/links/share/reader-address.ts';
import { useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { useCopy } from '#web/ui/use-copy.ts';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as textStyles from '#web/ui/text.module.css';
import * as styles from './manage.module.css';
import { mailAddress, makeCalendar, reminderText, textsByPerson } from './reminder.ts';

/** The text for one person, to copy, to mail, or as a calendar entry. */
function OneText({
  text,
  made,
  zone,
  base,
}: {
  readonly text: string;
  readonly base: string;
  readonly made: readonly MadeRequest[];
  readonly zone: ZoneProfile;
}) {
  const t = useLabels(manageLabels);
  const { status, copy } = useCopy();
  const [first] = made;
  if (first === undefined) return null;
  const { language, month, email } = first.request;
  const subject = spokenLabels[language].subject({
    month: formatMonth(month, language),
    zone: zone.short_name[language],
  });
  const save = () => {
    const entries = made.map((one) => ({
      made: one,
      title: subject,
      text: reminderText(one, zone, base),
    }));
    saveAs(`headway-${month}.ics`, new Blob([makeCalendar(entries, new Date())]));
  };
  return (
    <div className={styles.text}>
      <textarea
        readOnly
        rows={Math.min(8, text.split('\n').length + 1)}
        lang={language}
        aria-label={subject}
        value={text}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={textStyles.row}>
        <Button primary onClick={() => copy(text)}>
          {t('copy_text')}
        </Button>
        <a className={controlsStyles.button} href={mailAddress(email, subject, text)}>
          {t('email')}
        </a>
        <Button onClick={save}>{t('calendar')}</Button>
        <span role="status">{status === undefined ? '' : t(status)}</span>
      </div>
    </div>
  );
}

/** The texts of reminders, one for each person. Only they contain the links. */
export function ReminderBox({
  made,
  zone,
  onClose,
}: {
  readonly made: readonly MadeRequest[];
  readonly zone: ZoneProfile;
  readonly onClose: () => void;
}) {
  const t = useLabels(manageLabels);
  const { base } = useReaderAddress();
  return (
    <div className={styles.box}>
      <p>{t('secret_once')}</p>
      <LocalAddressNote />
      {textsByPerson(made, zone, base).map(({ person, text, made: list }) => (
        <OneText key={person} text={text} made={list} zone={zone} base={base} />
      ))}
      <div>
        <Button onClick={onClose}>{t('close')}</Button>
      </div>
    </div>
  );
}
