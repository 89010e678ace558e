import { proveVariantsPart } from './subjects.ts';

proveVariantsPart(1, 3);
