import { PackedList, type Packing } from '#server/imports/packing/packed-list.ts';
import type { PlannedProject } from '#server/imports/import-plan.ts';

/** The projects that a plan would store. For a preview alone they are counted and dropped. */
export class PackedProjects {
  #count = 0;
  readonly #list: PackedList<PlannedProject> | undefined;
  constructor(packing: Packing | undefined) {
    this.#list = packing === undefined ? undefined : new PackedList(packing);
  }

  /** The number of projects. */
  get count(): number {
    return this.#count;
  }
  add(project: PlannedProject): void {
    this.#count += 1;
    this.#list?.add(project);
  }
  /** Takes each piece once. */
  *pieces(): Generator<readonly PlannedProject[]> {
    if (this.#list !== undefined) yield* this.#list.takeAll();
  }
}
