import { targetKey } from '#domain/zone/indicator.ts';
import { Link } from '#web/ui/controls/link.tsx';
import { formatValue } from '#domain/values/format.ts';
import { formatTarget } from '#domain/targets/format-target.ts';
import { investmentFigures } from '#domain/overview/headline-figures.ts';
import type { Overview } from '#domain/overview/overview.ts';
import type { Figure } from '#domain/targets/target-row.ts';
import { sentenceStart } from '#domain/values/sentence-start.ts';
import { useChooseSample } from '#web/data/mutations.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { overviewLabels } from '#web/features/overview/labels/index.ts';
import { panelsLabels } from '#web/layout/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { useViewState } from '#web/url/use-view-state.ts';
import { figureSource, sourceWithDate } from '#web/figures/figure-source.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { StatusChip } from '#web/ui/display/chip.tsx';
import { Dialog } from '#web/ui/overlays/dialog.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import * as controlsStyles from '#web/ui/controls/controls.module.css';
import * as overlaysStyles from '#web/ui/overlays/overlays.module.css';
import * as panelsStyles from './panels.module.css';
import * as textStyles from '#web/ui/text.module.css';

interface Fact {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly source: string;
}

/** The published figures and the targets of an overview, each with its source and date. */
function useFacts(overview: Overview): {
  readonly figures: readonly Fact[];
  readonly targets: readonly Fact[];
} {
  const own = useLabels(overviewLabels);
  const language = useLanguage();
  const factsOfFigure = (id: string, name: string, figure: Figure | undefined): readonly Fact[] =>
    figure?.data_status !== 'reported' || figure.source === undefined
      ? []
      : [
          {
            id,
            name,
            value: formatValue(
              figure.value,
              figure.unit === 'projects' && language === 'en' ? '' : figure.unit,
              language,
              figure.qualifier === undefined ? {} : { qualifier: figure.qualifier },
            ).text,
            source: figureSource(figure, language),
          },
        ];
  const { headline } = overview;
  return {
    figures: [
      ...factsOfFigure('established', own('established'), headline.established),
      ...investmentFigures(headline).flatMap((figure) =>
        factsOfFigure(`investment ${figure.unit}`, own('their_investment'), figure),
      ),
      ...factsOfFigure('pipeline', own('pipeline'), headline.pipeline),
      ...(headline.classes ?? []).flatMap((figure) =>
        factsOfFigure(
          `class ${figure.name?.en}`,
          own('class_projects', { name: figure.name?.[language] ?? '' }),
          figure,
        ),
      ),
    ],
    targets: overview.zone.fictional
      ? []
      : overview.targets.map((row) => ({
          id: targetKey(row),
          name: row.name[language],
          value:
            row.target === undefined
              ? sentenceStart(row.wording[language])
              : formatTarget(row.comparator, row.target, row.unit, language),
          source: sourceWithDate(row.target_source, row.target_source_date, language),
        })),
  };
}

const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className={panelsStyles.facts}>
    {facts.map((fact) => (
      <div key={fact.id}>
        <dt>{fact.name}</dt>
        <dd>
          <b>{fact.value}</b>
          <small>
            <StatusChip status="reported" source={fact.source} /> {fact.source}
          </small>
        </dd>
      </div>
    ))}
  </dl>
);

/** Shows which figures are real, their sources, how to enter own figures, and the other samples. */
export function RealPanel({
  overview,
  mayEdit,
  onClose,
}: {
  readonly overview: Overview;
  readonly mayEdit: boolean;
  readonly onClose: () => void;
}) {
  const t = useLabels(panelsLabels);
  const { figures, targets } = useFacts(overview);
  const { hrefTo, open } = useViewState();
  const choose = useChooseSample();
  const show = (sample: 'sample' | 'example_zone' | 'none') =>
    choose.mutate(sample, {
      onSuccess: () => {
        onClose();
        open('/', { as_of: undefined, cmp: 'prev' });
      },
    });
  return (
    <Dialog side title={t('real_title')} onClose={onClose}>
      {figures.length === 0 ? null : (
        <>
          <h3>{t('real_reported')}</h3>
          <Facts facts={figures} />
        </>
      )}
      {targets.length === 0 ? null : (
        <>
          <h3>{t('real_targets')}</h3>
          <Facts facts={targets} />
        </>
      )}
      {overview.illustrative ? (
        <>
          <h3>{t('real_invented')}</h3>
          <p className={overlaysStyles.paragraph}>
            {t(overview.zone.fictional ? 'real_fictional_text' : 'real_invented_text')}
          </p>
        </>
      ) : null}
      {mayEdit ? (
        <>
          <h3>{t('your_own')}</h3>
          <p className={overlaysStyles.paragraph}>{t('your_own_text')}</p>
          <div className={textStyles.row}>
            <Link className={controlsStyles.button} to={hrefTo('/import')} onClick={onClose}>
              {t('import')}
            </Link>
            <Link className={controlsStyles.button} to={hrefTo('/month')} onClick={onClose}>
              {t('enter_month')}
            </Link>
          </div>
          <hr className={panelsStyles.divider} />
          <div className={textStyles.row}>
            {overview.origin === 'sample' ? (
              <Button disabled={choose.isPending} onClick={() => show('example_zone')}>
                {t('switch_example_zone')}
              </Button>
            ) : null}
            {overview.origin === 'example_zone' ? (
              <Button disabled={choose.isPending} onClick={() => show('sample')}>
                {t('switch_sample')}
              </Button>
            ) : null}
            {overview.origin === 'own' ? null : (
              <Button disabled={choose.isPending} onClick={() => show('none')}>
                {t('remove_sample')}
              </Button>
            )}
          </div>
          {choose.isError ? <ErrorPanel failure={toProblem(choose.error)} /> : null}
        </>
      ) : null}
    </Dialog>
  );
}
