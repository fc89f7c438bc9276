import { useState } from 'react';
import { formatDate, formatPercent } from '#domain/format.ts';
import { planPaths, type PlanPath } from '#domain/indicator.ts';
import { stages, type Stage } from '#domain/stage.ts';
import { stageGroupTerms, stageTerms } from '#domain/terms/index.ts';
import type { VerdictThresholds, ZoneProfile } from '#domain/zone.ts';
import { useUpdateZone } from '#web/data/mutations.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { zoneText } from '#web/i18n/zone/text.ts';
import { useLanguage, useText } from '#web/i18n/text.ts';
import { Button } from '#web/ui/button.tsx';
import { StatusChip } from '#web/ui/chip.tsx';
import { ErrorPanel } from '#web/ui/error-panel.tsx';
import { Field, SelectField } from '#web/ui/field.tsx';
import { Notice } from '#web/ui/notice.tsx';

type Group = 'established' | 'pipeline' | 'neither';
const groups = ['established', 'pipeline', 'neither'] as const;

/** How plan, verdict, output and forecast are made; the manager can change the plan path, the thresholds and what the stages mean. */
export function Method({ profile, manager }: { readonly profile: ZoneProfile; readonly manager: boolean }) {
  const t = useText(zoneText);
  const language = useLanguage();
  const [editing, setEditing] = useState(false);
  const update = useUpdateZone();
  const { ahead, on, slightly } = profile.thresholds;
  const groupOf = (stage: Stage): Group =>
    profile.stage_mapping.established.includes(stage)
      ? 'established'
      : profile.stage_mapping.pipeline.includes(stage)
        ? 'pipeline'
        : 'neither';
  return (
    <section className="zmethod">
      <h2>{t('method')}</h2>
      <dl className="zfacts">
        <div>
          <dt>{t('plan')}</dt>
          <dd>
            <p>{t('plan_formula')}</p>
            <p>{t(profile.plan_path === 'straight' ? 'plan_straight' : 'plan_checkpoints')}</p>
            {profile.checkpoints.length === 0 ? null : (
              <ul>
                {profile.checkpoints.map((point) => (
                  <li key={point.date}>
                    {t('checkpoint', { share: formatPercent(point.share, language, 0), date: formatDate(point.date, language, 'long') })}{' '}
                    {point.data_status === 'reported' ? null : <StatusChip status={point.data_status} />}
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('verdict')}</dt>
          <dd>
            <p>{t('verdict_formula')}</p>
            <ul>
              <li>{t('ahead', { n: ahead })}</li>
              <li>{t('on', { from: on, to: ahead })}</li>
              <li>{t('slightly', { from: slightly, to: on })}</li>
              <li>{t('behind', { n: slightly })}</li>
            </ul>
          </dd>
        </div>
        <div>
          <dt>{t('stages')}</dt>
          <dd>
            <ul>
              {(['established', 'pipeline'] as const).map((group) => (
                <li key={group}>
                  {stageGroupTerms[group][language]}:{' '}
                  {profile.stage_mapping[group].map((stage) => stageTerms[stage][language]).join(' · ') || '—'}
                </li>
              ))}
            </ul>
            <p>{t('stages_text')}</p>
          </dd>
        </div>
        <div>
          <dt>{t('output')}</dt>
          <dd>{t('output_text')}</dd>
        </div>
        <div>
          <dt>{t('forecast')}</dt>
          <dd>{t('forecast_text')}</dd>
        </div>
        <div>
          <dt>{t('apart')}</dt>
          <dd>{t('apart_text')}</dd>
        </div>
      </dl>
      {update.isError ? <ErrorPanel failure={toProblem(update.error)} /> : null}
      {update.isSuccess && !editing ? <Notice live>{t('saved')}</Notice> : null}
      {!manager ? null : editing ? (
        <MethodForm
          profile={profile}
          groupOf={groupOf}
          busy={update.isPending}
          onCancel={() => setEditing(false)}
          onSave={(changes) => update.mutate({ seen: profile, changes }, { onSuccess: () => setEditing(false) })}
        />
      ) : (
        <Button onClick={() => setEditing(true)}>{t('edit')}</Button>
      )}
    </section>
  );
}

interface FormProps {
  readonly profile: ZoneProfile;
  readonly groupOf: (stage: Stage) => Group;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly onSave: (changes: Partial<ZoneProfile>) => void;
}
function MethodForm({ profile, groupOf, busy, onCancel, onSave }: FormProps) {
  const t = useText(zoneText);
  const language = useLanguage();
  const [path, setPath] = useState<PlanPath>(profile.plan_path);
  const [texts, setTexts] = useState({
    ahead: String(profile.thresholds.ahead),
    on: String(profile.thresholds.on),
    slightly: String(profile.thresholds.slightly),
  });
  const [mapping, setMapping] = useState<Readonly<Record<string, Group>>>(
    Object.fromEntries(stages.map((stage) => [stage, groupOf(stage)])),
  );
  const thresholds: VerdictThresholds = { ahead: Number(texts.ahead), on: Number(texts.on), slightly: Number(texts.slightly) };
  const right =
    Object.values(texts).every((text) => /^\d{1,3}(\.\d)?$/.test(text)) &&
    thresholds.ahead >= thresholds.on &&
    thresholds.on >= thresholds.slightly;
  const save = () => {
    if (right)
      onSave({
        plan_path: path,
        thresholds,
        stage_mapping: {
          established: stages.filter((s) => mapping[s] === 'established'),
          pipeline: stages.filter((s) => mapping[s] === 'pipeline'),
        },
      });
  };
  return (
    <form
      className="zform"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <SelectField label={t('plan')} value={path} onChange={(event) => setPath(event.target.value as PlanPath)}>
        {planPaths.map((one) => (
          <option key={one} value={one} disabled={one === 'checkpoints' && profile.checkpoints.length === 0}>
            {t(one === 'straight' ? 'plan_straight' : 'plan_checkpoints')}
          </option>
        ))}
      </SelectField>
      <div className="zthree">
        {(['ahead', 'on', 'slightly'] as const).map((which) => (
          <Field
            key={which}
            inputMode="decimal"
            label={t(`threshold_${which}`)}
            value={texts[which]}
            onChange={(event) => setTexts({ ...texts, [which]: event.target.value })}
          />
        ))}
      </div>
      {right ? null : (
        <p className="bad" role="alert">
          {t('wrong_order')}
        </p>
      )}
      <fieldset>
        <legend>{t('stages')}</legend>
        {stages.map((stage) => (
          <SelectField
            key={stage}
            label={stageTerms[stage][language]}
            value={mapping[stage]}
            onChange={(event) => setMapping({ ...mapping, [stage]: event.target.value as Group })}
          >
            {groups.map((group) => (
              <option key={group} value={group}>
                {stageGroupTerms[group][language]}
              </option>
            ))}
          </SelectField>
        ))}
      </fieldset>
      <div className="row">
        <Button primary type="submit" disabled={busy || !right}>
          {t('save')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
