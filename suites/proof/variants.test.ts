import { variants } from '../../fixtures/reference-target/variants/index.ts';
import { PLAIN } from './plain.ts';
import { proveVariants } from './subjects.ts';

proveVariants([{ name: PLAIN }, ...variants], Number(process.env['PROOF_SEED'] ?? 1));
