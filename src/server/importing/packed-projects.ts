import type { PlannedProject } from './plan.ts';

const atOnce = 500;

/** What a plan would store, as bytes outside of the heap, which a large register would fill; each piece can be taken once. */
export class PackedProjects {
  #count = 0;
  #open: PlannedProject[] = [];
  readonly #packed: Uint8Array[] = [];
  readonly #isKept: boolean;
  /** Where only the preview is wanted, they are counted and forgotten. */
  constructor(isKept: boolean) {
    this.#isKept = isKept;
  }

  get count(): number {
    return this.#count;
  }
  add(project: PlannedProject): void {
    this.#count += 1;
    if (!this.#isKept) return;
    this.#open.push(project);
    if (this.#open.length >= atOnce) this.#pack();
  }
  *pieces(): Generator<readonly PlannedProject[]> {
    this.#pack();
    for (let bytes = this.#packed.shift(); bytes !== undefined; bytes = this.#packed.shift())
      yield JSON.parse(new TextDecoder().decode(bytes)) as readonly PlannedProject[];
  }
  #pack(): void {
    if (this.#open.length > 0) this.#packed.push(new TextEncoder().encode(JSON.stringify(this.#open)));
    this.#open = [];
  }
}
