import { useEffect, useRef } from 'react';
import { chartRefusals, namesColumn } from '#domain/redaction/analysis/chart-refusal.ts';
import { formatDate } from '#domain/values/format.ts';
import { toProblem } from '#web/data/problem-error.ts';
import { chartLinkLabels } from '#web/features/links/labels/charts/index.ts';
import { shareLabels } from '#web/features/links/labels/index.ts';
import type { useCreateLink } from '#web/features/links/queries.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button } from '#web/ui/controls/button.tsx';
import { Checkbox } from '#web/ui/controls/field.tsx';
import { ErrorPanel } from '#web/ui/feedback/error-panel.tsx';
import { Notice } from '#web/ui/feedback/notice.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import { describeChartLink, listFigures, useRefusal } from './chart-sharing.ts';
import { LinkWarningNotes } from './link-warnings.tsx';
import { ShareFields } from './share-fields.tsx';
import type { ShareDraft } from './use-share-draft.ts';
import * as shareStyles from './share.module.css';
import * as overlaysStyles from '#web/ui/overlays/overlays.module.css';
import * as textStyles from '#web/ui/text.module.css';

type Creation = ReturnType<typeof useCreateLink>;

/** Sorts the errors of a refused link: codes that are unknown, a refused chart, or any other. */
function readErrors(create: Creation) {
  const failure = create.isError ? toProblem(create.error) : undefined;
  const errors = failure?.problem?.errors ?? [];
  const unknownCodes = errors.flatMap(({ path, value }) =>
    path === 'profile.without' && value !== undefined ? [String(value)] : [],
  );
  const refusedChart = chartRefusals.find((one) =>
    errors.some(({ path, value }) => path === 'view.chart' && value === one),
  );
  return {
    unknownCodes,
    refusedChart,
    other: unknownCodes.length === 0 && refusedChart === undefined ? failure : undefined,
  };
}

/** Says what the link shows, and which choices of the page it does not take. */
function LeadText({ share }: { readonly share: ShareDraft }) {
  const t = useLabels(shareLabels);
  const c = useLabels(chartLinkLabels);
  const language = useLanguage();
  const { view } = useViewState();
  const { page, as_of, compare } = share;
  const day = (date: string): string => formatDate(date, language, 'long');
  const texts = [
    ...(share.isSharedPage ? [] : [t('lead_other')]),
    page === 'charts' || page === 'outlook'
      ? describeChartLink(share.draft.view, c, { language, date: day(as_of) })
      : t(`lead_${page}`, { date: day(as_of), from: day(compare) }),
    ...(page === 'projects' && view.q !== '' ? [t('without_search')] : []),
    ...(view.cur !== undefined || view.rates !== undefined ? [t('without_rates')] : []),
  ];
  return texts.map((text) => (
    <p className={overlaysStyles.paragraph} key={text}>
      {text}
    </p>
  ));
}

/** Whether readers see the note and the texts of the saved chart, with these words. */
function WordsChoice({ share: { form, savedWords, change } }: { readonly share: ShareDraft }) {
  const c = useLabels(chartLinkLabels);
  const { note, annotations = [] } = savedWords ?? {};
  const texts = [...(note === undefined ? [] : [note]), ...annotations.map(({ text }) => text)];
  return texts.length === 0 ? null : (
    <Checkbox
      label={c('words')}
      hint={texts.join(' · ')}
      checked={form.words}
      onChange={({ target }) => change({ words: target.checked })}
    />
  );
}

/** The form of a new link: what it shows, its fields, its warnings and its buttons. */
export function ShareFormView({
  share,
  create,
  onSubmit,
  onPreview,
}: {
  readonly share: ShareDraft;
  readonly create: Creation;
  readonly onSubmit: () => void;
  readonly onPreview: () => void;
}) {
  const t = useLabels(shareLabels);
  const c = useLabels(chartLinkLabels);
  const language = useLanguage();
  const { form, page, today, as_of, draft, change } = share;
  const fields = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // The dialog focuses its first button when it opens.
    queueMicrotask(() => fields.current?.querySelector('input')?.focus());
  }, []);
  const { unknownCodes, refusedChart, other } = readErrors(create);
  const refusal = useRefusal(draft);
  const reason = refusal ?? refusedChart;
  return (
    <form
      className={shareStyles.form}
      ref={fields}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <LeadText share={share} />
      {reason === undefined ? null : (
        <Notice kind="bad" live>
          {c('refused')} {c(reason)}
        </Notice>
      )}
      {draft.view.chart !== undefined && namesColumn(draft.view.chart) ? (
        <Checkbox
          label={c('shows_columns')}
          checked={form.columns}
          onChange={({ target }) => change({ columns: target.checked })}
        />
      ) : null}
      <ShareFields
        {...{ form, today, unknownCodes, page }}
        figures={listFigures(page, draft.view, language)}
        policy={share.policy}
        day={formatDate(as_of, language, 'long')}
        onChange={change}
      />
      <WordsChoice share={share} />
      {/* an unknown code would leave the intended project in the link, so its field says so */}
      {other === undefined ? null : <ErrorPanel failure={other} />}
      <div role="status">
        <LinkWarningNotes warnings={share.warnings} />
      </div>
      <div className={`${textStyles.row} ${shareStyles.submit}`}>
        <Button
          primary
          type="submit"
          icon="link"
          disabled={create.isPending || refusal !== undefined}
        >
          {t(create.isPending ? 'making' : 'make')}
        </Button>
        <Button onClick={onPreview}>{t('preview')}</Button>
      </div>
    </form>
  );
}
