import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Board } from '#contract/work/schemas.ts';
import { formatCount, formatMoney } from '#domain/values/format.ts';
import type { ZoneProfile } from '#domain/zone/zone.ts';
import { projectFieldTerms, term } from '#domain/labels/index.ts';
import { useFunctionZones } from '#web/data/use-function-zones.ts';
import { useOwnerName, useOwners } from '#web/data/use-owners.ts';
import { pipelineLabels } from '#web/features/pipeline/labels/index.ts';
import { useLanguage, useLabels } from '#web/i18n/text.ts';
import { Button, TextButton } from '#web/ui/controls/button.tsx';
import { useViewState } from '#web/url/use-view-state.ts';
import {
  amountSteps,
  noBoardFilters,
  stepLimits,
  type AmountStep,
  type BoardFilters as Filters,
} from './use-board.ts';
import * as boardStyles from './board.module.css';

/** Pause after the last key before the board is read again. */
const typingMs = 250;

interface FiltersProps {
  readonly board: Board | undefined;
  readonly profile: ZoneProfile | undefined;
  readonly filters: Filters;
  readonly onFilter: (filters: Filters) => void;
  readonly search: RefObject<HTMLInputElement | null>;
}

function SearchBox({ search }: Pick<FiltersProps, 'search'>) {
  const t = useLabels(pipelineLabels);
  const { view, change } = useViewState();
  const [text, setText] = useState(view.q);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => setText(view.q), [view.q]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <input
      ref={search}
      type="search"
      aria-label={t('search')}
      placeholder={t('search')}
      maxLength={200}
      value={text}
      onChange={({ target: { value } }) => {
        setText(value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => change({ q: value }, { replace: true }), typingMs);
      }}
    />
  );
}

/** A filter with one choice: its name, and “all” when nothing is chosen. */
function Choice({
  label,
  all,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly all: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}) {
  const t = useLabels(pipelineLabels);
  if (options.length === 0 && value === '') return null;
  const isListed = options.some(([one]) => one === value);
  return (
    <select
      aria-label={label}
      className={value === '' ? undefined : boardStyles.picked}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('filter_of', { name: label, value: all })}</option>
      {value === '' || isListed ? null : <option value={value}>{value}</option>}
      {options.map(([one, name]) => (
        <option key={one} value={one}>
          {value === one ? t('filter_of', { name: label, value: name }) : name}
        </option>
      ))}
    </select>
  );
}

function useAmountWords(profile: ZoneProfile | undefined): Readonly<Record<AmountStep, string>> {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const currency = profile?.base_currency ?? 'CNY';
  const { high, low } = stepLimits(currency);
  const writeAmount = (major: number) =>
    formatMoney({ currency, minor: `${major}${currency === 'JPY' ? '' : '00'}` }, language).text;
  return {
    large: t('amount_from', { from: writeAmount(high) }),
    medium: t('amount_between', { from: writeAmount(low), to: writeAmount(high) }),
    small: t('amount_below', { to: writeAmount(low) }),
  };
}

/** Owner, area, industry and amount. */
function Choices({ profile, filters, onFilter }: Omit<FiltersProps, 'board' | 'search'>) {
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const { view, change } = useViewState();
  const owners = useOwners().data?.owners ?? [];
  const day = { as_of: view.as_of, known_at: view.known_at };
  const zones = useFunctionZones(profile?.function_zones, day);
  const amounts = useAmountWords(profile);
  const nameEntries = (
    list: readonly { readonly id: string; readonly name: ZoneProfile['name'] }[] = [],
  ) => list.map(({ id, name }) => [id, name[language]] as const);
  const { amount: _amount, ...others } = filters;
  return (
    <>
      <Choice
        label={term(projectFieldTerms, 'owner', language)}
        all={t('everyone')}
        value={view.owner.join(',')}
        options={owners.map(({ name }) => [name, name] as const)}
        onChange={(value) => change({ owner: value === '' ? [] : [value] })}
      />
      <Choice
        label={term(projectFieldTerms, 'zone', language)}
        all={t('all')}
        value={view.zone.join(',')}
        options={nameEntries(zones)}
        onChange={(value) => change({ zone: value === '' ? [] : [value] })}
      />
      <Choice
        label={term(projectFieldTerms, 'industry', language)}
        all={t('all')}
        value={view.industry.join(',')}
        options={nameEntries(profile?.industries)}
        onChange={(value) => change({ industry: value === '' ? [] : [value] })}
      />
      <Choice
        label={t('amount')}
        all={t('all')}
        value={filters.amount ?? ''}
        options={amountSteps.map((step) => [step, amounts[step]] as const)}
        onChange={(value) => {
          const amount = amountSteps.find((step) => step === value);
          onFilter(amount === undefined ? others : { ...others, amount });
        }}
      />
    </>
  );
}

/** Search, filters and the three toggles, each with the number of cards that it would show. */
export function BoardFilters({ board, search, ...props }: FiltersProps) {
  const { filters, onFilter } = props;
  const t = useLabels(pipelineLabels);
  const language = useLanguage();
  const { view, change } = useViewState();
  const me = useOwnerName();
  const isMine = me !== undefined && view.owner.length === 1 && view.owner[0] === me;
  const isFiltered =
    [view.q, ...view.owner, ...view.zone, ...view.industry].some((one) => one !== '') ||
    filters.amount !== undefined ||
    filters.attention ||
    filters.to_complete;
  const toggles = ['attention', 'to_complete'] as const;
  return (
    <form
      className={boardStyles.filters}
      role="search"
      aria-label={t('filters')}
      onSubmit={(event) => event.preventDefault()}
    >
      <SearchBox search={search} />
      <Choices {...props} />
      {me === undefined ? null : (
        <Button aria-pressed={isMine} onClick={() => change({ owner: isMine ? [] : [me] })}>
          {t('mine')}
        </Button>
      )}
      {toggles.map((toggle) =>
        filters[toggle] || (board?.[toggle] ?? 0) > 0 ? (
          <Button
            key={toggle}
            aria-pressed={filters[toggle]}
            onClick={() => onFilter({ ...filters, [toggle]: !filters[toggle] })}
          >
            {t(toggle)} <i>{formatCount(board?.[toggle] ?? 0, language)}</i>
          </Button>
        ) : null,
      )}
      {isFiltered ? (
        <TextButton
          onClick={() => {
            onFilter(noBoardFilters);
            change({ q: '', owner: [], zone: [], industry: [] });
          }}
        >
          {t('clear')}
        </TextButton>
      ) : null}
    </form>
  );
}
