import * as fc from 'fast-check';
import { seedOf } from '../../../fixtures/builders/seed.ts';
import { ContractFailure } from '../../../src/conformance/contract-failure.ts';
import type { Examination } from '../../../src/conformance/examination.ts';

/** How many values a universal statement is tried with. */
const VALUES = 5;

/** Most values in all, those tried to find a smaller counterexample included. */
const MOST_VALUES = 15;

/** Most counterexamples, for each may take the whole convergence time. */
const MOST_FAILURES = 4;

/**
 * Examines values of a kind, drawn by the run's seed, one after the other; of a counterexample it looks for smaller ones.
 * Throws ContractFailure that names the value, and Untestable where one cannot be examined.
 */
export async function universally<T>(
  t: Examination,
  kind: fc.Arbitrary<T>,
  examine: (value: T) => Promise<void>,
): Promise<void> {
  const trial = new Trial(examine);
  const seed = seedOf(t.run.settings.seed, t.label);
  const property = fc.asyncProperty(kind, (value) => trial.examine(value));
  const { failed, counterexample } = await fc.check(property, { seed, numRuns: VALUES });
  trial.throwOther();
  if (!failed || trial.failure === undefined) return;
  const label = `drawn by seed ${t.run.settings.seed}: ${JSON.stringify(counterexample?.[0])}`;
  throw new ContractFailure(trial.failure.findings.map((finding) => ({ ...finding, label })));
}

/** The values that one universal statement was tried with. */
class Trial<T> {
  readonly #examine: (value: T) => Promise<void>;
  #left = MOST_VALUES;
  #failures = 0;
  #other: unknown;
  /** What the last and smallest counterexample showed. */
  failure: ContractFailure | undefined;

  constructor(examine: (value: T) => Promise<void>) {
    this.#examine = examine;
  }

  async examine(value: T): Promise<void> {
    this.#left -= 1;
    if (this.#left < 0 || this.#failures === MOST_FAILURES || this.#other !== undefined) return;
    try {
      await this.#examine(value);
    } catch (fault) {
      this.#note(fault);
    }
  }

  /** Keeps a fault, and throws it where it shows a departure. */
  #note(fault: unknown): void {
    if (fault instanceof ContractFailure) {
      this.#failures += 1;
      this.failure = fault;
      throw fault;
    }
    this.#other = fault;
  }

  /** Throws what kept a value from being examined, unless another one showed a departure. */
  throwOther(): void {
    if (this.#other !== undefined && this.failure === undefined) throw this.#other;
  }
}
