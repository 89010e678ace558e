import { proveNullServers } from './subjects.ts';

proveNullServers();
