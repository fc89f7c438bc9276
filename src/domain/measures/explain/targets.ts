import { compact } from '#domain/values/compact.ts';
import { verdictTerms } from '#domain/labels/targets/verdict.ts';
import { basisTerms } from '#domain/labels/targets/basis.ts';
import { planPathTerms } from '#domain/labels/targets/plan.ts';
import { formatAttainment, formatTarget } from '#domain/targets/format-target.ts';
import { thresholdsOf } from '#domain/targets/verdict.ts';
import { endOfPlan } from '#domain/labels/targets/against-plan.ts';
import { planPoints } from '#domain/targets/points-ahead.ts';
import {
  differenceUnit,
  formatDate,
  formatNumber,
  formatPercent,
  formatShare,
  formatValue,
} from '#domain/values/format.ts';
import type { Language } from '#domain/values/language.ts';
import { sameWords } from '#domain/values/term.ts';
import { explainTerms } from './labels/index.ts';
import type { VerdictThresholds } from '#domain/zone/zone.ts';
import type { DayExplanation, ExplainedPart } from '#domain/measures/explanation.ts';
import {
  common,
  dayPart,
  inOrder,
  explainAbsence,
  findTargetNumber,
  type TargetSubject,
} from './target-subject.ts';
import { explainForecast } from './target-pace.ts';
import { absences, inAll } from './texts.ts';

/** Explains the value of a target: the months, or the sum of twelve. */
export function explainValue(subject: TargetSubject): DayExplanation {
  const { row } = subject;
  const { now } = row;
  if (now === undefined) return explainAbsence(subject, absences.no_value);
  const { parts } = now;
  return {
    ...common(subject),
    text: inAll((language) => findTargetNumber(row, language)(now.value)),
    exact: [{ value: now.value, unit: row.unit }],
    ...compact({
      filled:
        parts === undefined
          ? undefined
          : inAll((language) => {
              const number = findTargetNumber(row, language);
              const [ytd, year, before] = parts;
              return `${number(ytd)} + ${number(year)} − ${number(before)} = ${number(now.value)}`;
            }),
    }),
    parts: [{ name: explainTerms.parts.covers, text: basisTerms[now.basis] }, dayPart(now.date)],
    data_status: now.data_status,
  };
}

/** Explains a target: the promised value, its source and its deadline. */
export function explainTarget(subject: TargetSubject): DayExplanation {
  const { row } = subject;
  const base = { ...common(subject), rows: { kind: 'none' } as const, left_out: [] };
  const parts = [
    { name: explainTerms.parts.wording, text: row.wording },
    {
      name: explainTerms.parts.deadline,
      text: inAll((language) => formatDate(row.deadline, language, 'long')),
    },
  ];
  const sources = [{ title: row.target_source, date: row.target_source_date }];
  const { target } = row;
  if (target === undefined) return { ...base, text: row.wording, parts, sources };
  return {
    ...base,
    text: inAll((language) => formatTarget(row.comparator, target, row.unit, language)),
    exact: [{ value: target, unit: row.unit }],
    parts,
    sources,
  };
}

/** Explains value ÷ target. */
export function explainShare(subject: TargetSubject): DayExplanation {
  const { row } = subject;
  const { now, target, completion } = row;
  if (now === undefined || target === undefined || completion === undefined)
    return explainAbsence(subject, now === undefined ? absences.no_value : absences.not_comparable);
  const [a, b] = inOrder(row, now.value, target);
  const text = inAll((language) => formatShare(completion, [100], language));
  return {
    ...common(subject),
    text,
    exact: [{ value: String(completion), unit: 'ratio' }],
    filled: inAll((language) => {
      const number = findTargetNumber(row, language);
      return `${number(a)} ÷ ${number(b)} = ${text[language]}`;
    }),
  };
}

/** Explains the plan to date. */
export function explainPlan(subject: TargetSubject): DayExplanation {
  const { row } = subject;
  const { plan, target, baseline } = row;
  if (plan === undefined || target === undefined)
    return explainAbsence(
      subject,
      row.now === undefined ? absences.no_value : absences.not_comparable,
    );
  const start = baseline?.value ?? '0';
  return {
    ...common(subject),
    text: inAll((language) => subject.againstPlan(row, language).plan ?? ''),
    exact: [{ value: String(plan.value), unit: row.unit }],
    filled: inAll((language) => {
      const number = findTargetNumber(row, language);
      return `${number(start)} + (${number(target)} − ${number(start)}) × ${formatPercent(plan.share, language, 2)} = ${endOfPlan(subject.againstPlan(row, language))}`;
    }),
    parts: [
      { name: explainTerms.parts.plan_path, text: planPathTerms[plan.path] },
      ...(baseline === undefined
        ? []
        : [
            {
              name: explainTerms.parts.baseline_day,
              text: inAll((language) => formatDate(baseline.date, language, 'long')),
            },
          ]),
    ],
    data_status: plan.data_status,
  };
}

/** Explains value ÷ plan to date. */
export function explainProgress(subject: TargetSubject): DayExplanation {
  const { row } = subject;
  const thresholds = thresholdsOf(row, subject.thresholds);
  const { now, plan, attainment } = row;
  if (now === undefined || plan === undefined || attainment === undefined)
    return explainAbsence(subject, now === undefined ? absences.no_value : absences.not_comparable);
  const text = inAll((language) => formatAttainment(attainment, thresholds, language));
  const [a, b] = inOrder<string | number>(row, now.value, plan.value);
  return {
    ...common(subject),
    text,
    exact: [{ value: String(attainment), unit: 'ratio' }],
    filled: inAll((language) => {
      const number = findTargetNumber(row, language);
      return `${number(a)} ÷ ${number(b)} = ${text[language]}`;
    }),
    parts: thresholdParts(thresholds),
  };
}

/** Explains value − plan to date. */
export function explainGap(subject: TargetSubject): DayExplanation {
  const { row } = subject;
  const { now, plan, gap } = row;
  if (now === undefined || plan === undefined || gap === undefined)
    return explainAbsence(subject, now === undefined ? absences.no_value : absences.not_comparable);
  const write = (language: Language) => subject.againstPlan(row, language);
  return {
    ...common(subject),
    text: inAll((language) => write(language).gap ?? ''),
    exact: [{ value: String(gap), unit: differenceUnit(row.unit) }],
    filled: inAll((language) => {
      const texts = write(language);
      return `${texts.now} − ${texts.plan} = ${texts.gap}`;
    }),
  };
}

/** Explains share of target − plan to date, in points. */
export function explainPoints(subject: TargetSubject): DayExplanation {
  const { row } = subject;
  const against = planPoints(row);
  if (against === undefined)
    return explainAbsence(
      subject,
      row.now === undefined ? absences.no_value : absences.not_comparable,
    );
  const { points, reached, planned } = against;
  const text = inAll(
    (language) => formatValue(points, 'points', language, { digits: 2, signed: true }).text,
  );
  return {
    ...common(subject),
    text,
    exact: [{ value: String(points), unit: 'points' }],
    filled: inAll((language) => {
      const [first, second] = inOrder(row, reached, planned).map(
        (share) => formatValue(share, 'percent', language, { digits: 2 }).text,
      );
      return `${first} − ${second} = ${text[language]}`;
    }),
  };
}

/** The thresholds of the verdict, as parts. */
const thresholdParts = ({ ahead, on, slightly }: VerdictThresholds): ExplainedPart[] => [
  { name: verdictTerms.ahead, text: sameWords(`≥ ${ahead}%`) },
  { name: verdictTerms.on_plan, text: sameWords(`${on}–${ahead}%`) },
  { name: verdictTerms.slightly_behind, text: sameWords(`${slightly}–${on}%`) },
  { name: verdictTerms.behind, text: sameWords(`< ${slightly}%`) },
];

/** The value that the second half of a verdict compares with the target. */
function paceParts(subject: TargetSubject): ExplainedPart[] {
  const { comparator, target, unit } = subject.row;
  const { text } = explainForecast(subject);
  if (text === undefined || target === undefined) return [];
  return [
    {
      name: explainTerms.parts.on_pace,
      text,
    },
    {
      name: explainTerms.parts.target,
      text: inAll((language) => formatTarget(comparator, target, unit, language)),
    },
  ];
}

/**
 * Explains the verdict: the progress against plan, compared with the thresholds, and the value that
 * the present pace reaches.
 */
export function explainVerdict(subject: TargetSubject): DayExplanation {
  const { row } = subject;
  const thresholds = thresholdsOf(row, subject.thresholds);
  const progress = explainProgress(subject);
  return {
    ...common(subject),
    text: verdictTerms[row.verdict],
    exact: [],
    ...compact({ filled: progress.filled }),
    parts: [...thresholdParts(thresholds), ...paceParts(subject)],
  };
}

/** Explains the checklist of a qualitative target. */
export function explainChecklist(subject: TargetSubject): DayExplanation {
  const { row } = subject;
  const { checklist } = row;
  if (checklist === undefined) return explainAbsence(subject, absences.no_value);
  return {
    ...common(subject),
    text: inAll(
      (language) =>
        `${formatNumber(checklist.done, language, 0)} / ${formatNumber(checklist.total, language, 0)}`,
    ),
    exact: [{ value: String(checklist.done), unit: 'items' }],
    parts: [dayPart(checklist.date)],
  };
}
