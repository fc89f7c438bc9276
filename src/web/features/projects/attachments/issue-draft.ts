import { compact } from '#domain/values/compact.ts';
import {
  issueFaults,
  issueFields,
  type Issue,
  type IssueContent,
  type IssueField,
} from '#domain/projects/issue.ts';
import { useTypedFields } from '#web/data/use-draft.ts';

export interface IssueProps {
  readonly code: string;
  /** Omitted when the dialog adds an issue. */
  readonly issue: Issue | undefined;
  readonly closing: boolean;
  readonly today: string;
  readonly onClose: () => void;
  readonly onDone: (revision: number | null) => void;
}
export type Texts = Readonly<Record<IssueField, string>>;

const toTexts = (issue: Partial<IssueContent>): Texts =>
  Object.fromEntries(issueFields.map((field) => [field, issue[field] ?? ''])) as Texts;

const toContent = (texts: Texts): IssueContent =>
  Object.fromEntries(
    issueFields.flatMap((field) =>
      texts[field].trim() === '' ? [] : [[field, texts[field].trim()]],
    ),
  ) as unknown as IssueContent;

/** The draft of an issue: its texts, their errors and the resulting issue. */
export function useIssueDraft({ code, issue, closing, today }: IssueProps) {
  const {
    texts: typedTexts,
    type,
    typeAll,
    forget,
  } = useTypedFields(`issue.${code}.${issue?.id ?? 'new'}${closing ? '.close' : ''}`);
  const texts: Texts = {
    ...toTexts({
      severity: 'medium',
      since: today,
      ...issue,
      ...compact({ closed_on: closing ? today : undefined }),
    }),
    ...Object.fromEntries(
      issueFields.flatMap((field) =>
        typedTexts[field] === undefined ? [] : [[field, typedTexts[field]]],
      ),
    ),
  };
  const content = toContent(texts);
  const faults = issueFaults(content, today);
  return {
    texts,
    content,
    reason: typedTexts['reason'] ?? '',
    isComplete: content.text !== undefined && content.since !== undefined && faults.length === 0,
    faultOf: (field: IssueField) =>
      field === 'outcome' && texts.outcome === ''
        ? undefined
        : faults.find((fault) => fault.field === field)?.rule,
    type,
    typeAll,
    forget,
  };
}

export type IssueDraft = ReturnType<typeof useIssueDraft>;
