import type { DoubtProject, DoubtRow, DoubtRule } from './doubt.ts';

/**
 * A rule that compares projects with one another. It takes each project once, in the order of
 * codes, and keeps a few bytes of it: enough to list the projects that must be read again.
 */
interface ComparisonOptions<Member> {
  readonly rule: DoubtRule;
  /** Takes the project of a position: its number in the order of codes. */
  readonly add: (project: DoubtProject, position: number) => void;
  /**
   * Lists groups of positions that may make rows, with more projects than needed if it cannot know
   * better. An empty group makes none; it is a place to pause.
   */
  readonly list: () => Iterable<readonly number[]>;
  /** The part of a project that the rule compares. It stays in memory while its group does. */
  readonly toMember: (project: DoubtProject) => Member;
  readonly toRows: (members: readonly Member[]) => readonly DoubtRow[];
}

/** Reads projects by their positions. */
export type ReadPositions = (
  positions: readonly number[],
) => Promise<ReadonlyMap<number, DoubtProject>>;

export interface Comparison extends Pick<ComparisonOptions<unknown>, 'rule' | 'add' | 'list'> {
  /** Compares the projects of some groups. */
  readonly compare: (
    groups: readonly (readonly number[])[],
    read: ReadPositions,
  ) => Promise<readonly DoubtRow[]>;
}

/** The most projects that are in memory at once, with all their facts. */
const readAtOnce = 500;

/** Makes a comparison that reads the projects of its groups in pieces. */
export const makeComparison = <Member>({
  rule,
  add,
  list,
  toMember,
  toRows,
}: ComparisonOptions<Member>): Comparison => ({
  rule,
  add,
  list,
  async compare(groups, read) {
    const positions = [...new Set(groups.flat())].sort((a, b) => a - b);
    const members = new Map<number, Member>();
    for (let from = 0; from < positions.length; from += readAtOnce) {
      const projects = await read(positions.slice(from, from + readAtOnce));
      for (const [position, project] of projects) members.set(position, toMember(project));
    }
    return groups.flatMap((group) =>
      toRows(
        group.flatMap((position) => {
          const member = members.get(position);
          return member === undefined ? [] : [member];
        }),
      ),
    );
  },
});
