import { deviationsAbout } from '../../fixtures/reference-target/deviations/index.ts';
import { proveDeviations } from './subjects.ts';

proveDeviations(deviationsAbout.scopes);
