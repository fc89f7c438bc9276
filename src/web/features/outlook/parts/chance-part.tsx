import { writeTargetValue } from '#charts/outlook/sentence.ts';
import { chanceText } from '#domain/labels/targets/chance.ts';
import { ownRatesFloor } from '#domain/outlook/chance/stage-rates.ts';
import type { OutlookChance, TargetOutlook } from '#domain/outlook/outlook.ts';
import { kitLabels } from '#charts/kit/labels/index.ts';
import { outlookLabels } from '#web/features/outlook/labels/index.ts';
import { useLabels, useLanguage } from '#web/i18n/text.ts';
import { useStageWord } from '#web/data/use-stage-label.ts';
import { ExplainableFigure } from '#web/ui/display/explained.tsx';
import { targetKey } from '#domain/zone/indicator.ts';
import * as outlookStyles from '#web/features/outlook/outlook.module.css';
import * as textStyles from '#web/ui/text.module.css';

/** The share of own history in the rates of each stage. */
function Basis({ basis }: Pick<OutlookChance, 'basis'>) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  const stageWord = useStageWord();
  const { list } = kitLabels[language];
  const own = basis.filter((one) => one.own > 0);
  const others = basis.filter((one) => one.own === 0).map(({ stage }) => stageWord(stage));
  const shares = own.map(({ stage, own: share }) => {
    const percent = Math.round(share * 100);
    return t('basis_stage', {
      stage: stageWord(stage),
      own: String(percent),
      default: String(100 - percent),
    });
  });
  return (
    <p className={textStyles.note} data-says="outlook_chance">
      {t('basis')}
      {kitLabels[language].colon}
      {shares.join(list)}
      {shares.length > 0 && others.length > 0 ? list : ''}
      {others.length === 0
        ? ''
        : t('basis_default', { stages: others.join(list), ...ownRatesFloor })}
    </p>
  );
}

/** The chance that the registered projects cover the missing amount. */
export function ChancePart({
  row,
  chance,
  range,
}: Required<Pick<TargetOutlook, 'row' | 'chance' | 'range'>>) {
  const t = useLabels(outlookLabels);
  const language = useLanguage();
  const of = `target=${targetKey(row)}`;
  const compute = (value: number): string => writeTargetValue(row, value, language);
  const band = { p10: compute(chance.p10), p50: compute(chance.p50), p90: compute(chance.p90) };
  return (
    <section className={outlookStyles.part}>
      <h4>{t('chance')}</h4>
      <p>
        <b className={`${outlookStyles.chance} ${textStyles.number}`}>
          <ExplainableFigure measure="outlook_chance" of={of}>
            {chanceText(chance.chance, language)}
          </ExplainableFigure>
        </b>{' '}
        <ExplainableFigure measure="outlook_adds" of={of}>
          {t('chance_need', {
            need: writeTargetValue(row, chance.need, language),
            total: writeTargetValue(row, range.adds, language),
          })}
        </ExplainableFigure>
      </p>
      <p>
        <ExplainableFigure measure="outlook_likely" of={of}>
          {t(chance.at_least ? 'likely_at_least' : 'likely', band)}
        </ExplainableFigure>
      </p>
      <Basis basis={chance.basis} />
      <details className={textStyles.note} data-words>
        <summary>{t('how')}</summary>
        <p>{t('how_range')}</p>
        <p>{t('how_chance', { ramp: String(chance.ramp_months), shock: String(chance.shock) })}</p>
      </details>
    </section>
  );
}
