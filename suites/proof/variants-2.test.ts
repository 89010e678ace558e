import { proveVariantsPart } from './subjects.ts';

proveVariantsPart(2, 3);
