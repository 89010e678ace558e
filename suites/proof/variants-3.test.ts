import { proveVariantsPart } from './subjects.ts';

proveVariantsPart(3, 3);
