import { ProfileBuilder } from '../../../fixtures/builders/profile-builder.ts';
import type { Examination } from '../../../src/conformance/examination.ts';

const builders = new WeakMap<Examination, ProfileBuilder>();

/** The builder of an examination's data: seeded by run and requirement or stage, so that order does not matter. */
export function builderOf(t: Examination): ProfileBuilder {
  const known = builders.get(t);
  if (known !== undefined) return known;
  const { seed, runId } = t.run.settings;
  const builder = new ProfileBuilder(seed, runId, t.label);
  builders.set(t, builder);
  return builder;
}
