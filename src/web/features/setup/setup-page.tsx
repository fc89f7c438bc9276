import { useFirstWrongField } from '#web/ui/controls/use-first-wrong-field.ts';
import { type StepId, stepIds, countProjects } from './steps.ts';
import { useEffect, useRef, useState } from 'react';
import { formatCount, formatMonth } from '#domain/values/format.ts';
import { findMainCurrency } from '#domain/values/reading/main-currency.ts';
import { ownZoneName } from '#domain/zone/own-zone-name.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { useOverview, useSession, useZone } from '#web/data/queries.ts';
import { asksForAmounts } from '#web/features/imports/questions/proposals.ts';
import { useImport } from '#web/features/imports/use-import.ts';
import { QueryView } from '#web/loading/query-view.tsx';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { useAway } from '#web/data/use-server-away.ts';
import { clockTime } from '#web/ui/time/clock-time.ts';
import { useHydrated } from '#web/ui/use-hydrated.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { useSetupDraft } from './draft.ts';
import { setupLabels } from './labels/index.ts';
import { MonthFields } from './month/month-step.tsx';
import { useMonthForm } from './month/use-month-form.ts';
import { NameFields, useSaveName } from './parts/name-step.tsx';
import { OverviewToCome } from './preview/overview-preview.tsx';
import { RegisterFields } from './parts/register-step.tsx';
import { goToStep, Step, StepBar } from './parts/step.tsx';
import { readStates, type StepState } from './progress.ts';
import { TargetFieldset } from './targets/targets-step.tsx';
import { useTargetsForm } from './targets/use-targets-form.ts';
import { useStepAnswers } from './use-step-answers.ts';
import * as setupStyles from './setup.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** The name that a zone to come gets, where that is not the name of the sample. */
function readNewName(text: string | undefined, sample: ZoneProfile | undefined) {
  const name = text?.trim() || undefined;
  const sampleNames = [sample?.name, sample?.short_name].flatMap((names) =>
    names === undefined ? [] : Object.values(names),
  );
  return name === undefined || sampleNames.includes(name) ? undefined : name;
}

/** Everything that the four steps share. */
function useSetUp() {
  const language = useLanguage();
  const [draft, change] = useSetupDraft();
  const hasZone = useSession().data?.origin !== null;
  const zoneQuery = useZone();
  const zone = zoneQuery.data?.origin === 'own' ? zoneQuery.data : undefined;
  const overviewData = useOverview({}, zone !== undefined).data;
  const overview = overviewData?.origin === 'own' ? overviewData : undefined;
  const importing = useImport({ isOwn: true });
  const read = importing.preview;
  const main =
    read === undefined || asksForAmounts(read) ? undefined : (findMainCurrency(read.sums) ?? null);
  const answers = useStepAnswers(importing, {
    name: zone === undefined ? readNewName(draft.name, zoneQuery.data) : undefined,
    currency: draft.currency,
  });
  const currency = draft.currency ?? zone?.base_currency ?? main?.currency ?? answers.currency;
  const name = useSaveName({ zone, draft, change, currency });
  const targets = useTargetsForm(zone, currency, draft, change);
  const month = useMonthForm(zone, targets.rows, draft, change);
  const states = readStates({ zone, overview }, draft);
  const question = read?.questions.find(({ id }) => id === 'zone_name');
  const fileName = question?.default ?? question?.proposal;
  const title = answers.name ?? fileName;
  const zoneName = draft.name ?? zone?.name[language] ?? title ?? ownZoneName[language];
  // the draft is there only then
  const isHydrated = useHydrated();
  const isReady = isHydrated && (!hasZone || zoneQuery.data !== undefined || zoneQuery.isError);
  return {
    draft,
    change,
    zone,
    overview,
    importing: { ...importing, commit: answers.commit },
    name,
    targets,
    month,
    states,
    title,
    isFromFile: title !== undefined && title === fileName,
    main,
    currency,
    shownName: zoneName,
    isReady,
  };
}
type SetUp = ReturnType<typeof useSetUp>;

/** The content of each step, for the bar of steps. */
function useNotes({
  zone,
  overview,
  targets,
  month,
  states,
}: SetUp): Readonly<Record<StepId, string>> {
  const t = useLabels(setupLabels);
  const language = useLanguage();
  const projects = countProjects(overview);
  const latest = overview?.latest_month;
  const writeState = (id: StepId, text: string | undefined): string =>
    states[id] === 'skipped' ? t('skipped') : (text ?? t(states[id]));
  return {
    name: writeState('name', zone?.name[language]),
    register: writeState(
      'register',
      projects === 0 ? undefined : t('preview_projects', { n: formatCount(projects, language) }),
    ),
    targets: writeState(
      'targets',
      targets.rows.length === 0
        ? undefined
        : t('targets_note', { n: formatCount(targets.rows.length, language) }),
    ),
    month: writeState(
      'month',
      latest === undefined
        ? formatMonth(month.month, language, 'long')
        : t('month_done', { month: formatMonth(latest.period, language, 'long') }),
    ),
  };
}

/** Alt and a number open a step. A set-up that was begun before opens at the first open step. */
function useStepKeys(states: Readonly<Record<StepId, StepState>>, isReady: boolean): void {
  const isPlaced = useRef(false);
  useEffect(() => {
    if (!isReady || isPlaced.current) return;
    isPlaced.current = true;
    const first = stepIds.find((id) => states[id] === 'open' || states[id] === 'busy');
    if (first !== undefined && first !== 'name' && states.name === 'done') goToStep(first);
  }, [states, isReady]);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const id = stepIds.find((_, at) => event.code === `Digit${at + 1}`);
      if (!event.altKey || event.ctrlKey || event.metaKey || id === undefined) return;
      event.preventDefault();
      goToStep(id);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}

function Steps({ setUp }: { readonly setUp: SetUp }) {
  const t = useLabels(setupLabels);
  const language = useLanguage();
  const {
    draft,
    change,
    zone,
    overview,
    importing,
    name,
    targets,
    month,
    states,
    title,
    isFromFile,
    main,
    currency,
  } = setUp;
  const frame = (id: StepId) => ({
    id,
    state: states[id],
    without: t(`${id}_skipped`),
    onSkip: () =>
      change((now) => ({
        ...now,
        skipped: [...now.skipped.filter((one) => one !== id), id],
      })),
    onResume: () => change((now) => ({ ...now, skipped: now.skipped.filter((one) => one !== id) })),
  });
  const [tries, setTries] = useState(0);
  const around = useFirstWrongField<HTMLDivElement>(tries);
  const onFault = () => setTries((count) => count + 1);
  const [savedTimes, setSavedTimes] = useState<Partial<Record<StepId, string>>>({});
  const saveAnd = (id: StepId, work: () => Promise<boolean | undefined>) => ({
    saved: states[id] === 'done' ? savedTimes[id] : undefined,
    onSave: () =>
      void work().then(
        (isSaved) => {
          if (isSaved === true)
            setSavedTimes((all) => ({ ...all, [id]: clockTime(Date.now(), language) }));
          else if (isSaved === false) onFault();
        },
        () => undefined,
      ),
  });
  return (
    <div ref={around}>
      <Step {...frame('name')} {...saveAnd('name', () => name.save())}>
        <NameFields {...{ zone, draft, change, title, isFromFile, main, currency }} saving={name} />
      </Step>
      <Step {...frame('register')} will={t('register_will')}>
        <RegisterFields importing={importing} projects={countProjects(overview)} />
      </Step>
      <Step
        {...frame('targets')}
        will={t('targets_will')}
        {...saveAnd('targets', () => targets.save())}
      >
        <TargetFieldset form={targets} change={change} currency={currency} />
      </Step>
      <Step {...frame('month')} will={t('month_will')} {...saveAnd('month', () => month.save())}>
        <MonthFields form={month} draft={draft} change={change} />
      </Step>
      <Finish setUp={setUp} onFault={onFault} />
    </div>
  );
}

/** Saves the typed values and opens the overview, where one line lists the open steps. */
function Finish({
  setUp: { name, targets, month },
  onFault,
}: {
  readonly setUp: SetUp;
  readonly onFault: () => void;
}) {
  const t = useLabels(setupLabels);
  const { open } = useViewState();
  const finish = async () => {
    const isSaved =
      (!name.isToSave || (await name.save())) &&
      (!targets.isTyped || (await targets.save())) &&
      (!month.isTyped || (await month.save()) !== false);
    if (!isSaved) {
      onFault();
      return;
    }
    open('/', { as_of: undefined, import: undefined });
  };
  return (
    <div className={`${textStyles.row} ${setupStyles.finish}`}>
      <Button primary onClick={() => void finish().catch(() => undefined)}>
        {t('finish')}
      </Button>
      <small>{t('finish_note')}</small>
    </div>
  );
}

function SetUpZone() {
  const t = useLabels(setupLabels);
  const setUp = useSetUp();
  const { importing, overview, targets, month, shownName, states, isReady } = setUp;
  const notes = useNotes(setUp);
  const isAway = useAway();
  useStepKeys(states, isReady);
  const isWide = importing.preview !== undefined && importing.phase !== 'done';
  return (
    <div className={setupStyles.page}>
      <h2 className={setupStyles.title}>{t('title')}</h2>
      <p className={setupStyles.lead}>{t('lead')}</p>
      {isAway ? <Notice live>{t('away')}</Notice> : null}
      <StepBar states={states} notes={notes} />
      <div className={isWide ? setupStyles.wide : setupStyles.sides}>
        <Steps setUp={setUp} />
        <OverviewToCome
          name={shownName}
          overview={overview}
          rows={targets.rows}
          cells={month.cells}
          month={month.month}
          year={targets.year}
        />
      </div>
    </div>
  );
}

/** The first run: name, register, indicators and targets, first month, on one page. */
export function SetupPage() {
  const t = useLabels(setupLabels);
  const session = useSession();
  return (
    <QueryView query={session}>
      {(who) => (who.may.includes('set_targets') ? <SetUpZone /> : <Notice>{t('viewer')}</Notice>)}
    </QueryView>
  );
}
