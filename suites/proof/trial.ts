import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { toConfiguration } from '../../src/cli/configuration.ts';
import { judgeAll } from '../../src/cli/judgement.ts';
import { openPreflightClient } from '../../src/cli/preflight.ts';
import { readValues } from '../../src/cli/read-values.ts';
import { resolveSettings } from '../../src/cli/settings.ts';
import { loadCatalogue } from '../../src/conformance/catalogue.ts';
import type { ExaminationRecord } from '../../src/conformance/examination-record.ts';
import { loadFrozenSet, requirementsOf } from '../../src/conformance/frozen-set.ts';
import { loadContract, Run } from '../../src/conformance/run.ts';
import type { JudgedRequirement } from '../../src/report/judged-requirement.ts';
import type { Subject } from './subject.ts';

const SERVICE = 'customer-tenant';
const REVISION = '2025';
const NO_SEED = 1;

/** Every requirement there is. */
export const catalogue = loadCatalogue(SERVICE);
const wanted = requirementsOf(catalogue, REVISION);
const frozen = loadFrozenSet(SERVICE, REVISION);
const contract = await loadContract(SERVICE);

/** One subject under trial: judged in this worker as the command judges a target, but for reports and the clean-up. */
export class Trial {
  readonly run: Run;
  readonly #subject: Subject;
  readonly #folder: string;
  readonly #records = new Map<string, ExaminationRecord>();

  private constructor(run: Run, subject: Subject, folder: string) {
    this.run = run;
    this.#subject = subject;
    this.#folder = folder;
  }

  /** Opens a run against a subject. Throws ConfigurationError where no run can start. */
  static async open(subject: Subject): Promise<Trial> {
    const folder = mkdtempSync(join(tmpdir(), 'trial-'));
    const values = { ...readValues(folder, subject.variables, {}), CONFORMANCE_REPORT_DIR: folder };
    const configuration = toConfiguration(values, NO_SEED);
    const client = openPreflightClient(configuration);
    try {
      const mailboxUrl = configuration.mailSink?.replace('mailpit+', '');
      const { settings } = await resolveSettings(client, configuration, mailboxUrl);
      return new Trial(Run.under(contract, settings), subject, folder);
    } finally {
      await client.close();
    }
  }

  /** Keeps what the examination of a requirement found. */
  keep(record: ExaminationRecord): void {
    this.#records.set(record.id, record);
  }

  /** The verdict on every requirement. */
  judge(): JudgedRequirement[] {
    const observed = new Map(
      [...this.#records].map(([id, record]) => [id, { record, durationMs: 0, fault: '' }] as const),
    );
    return judgeAll(wanted, { frozen, strict: false }, { observed, faults: [] });
  }

  /** Lets go of the run and its subject. */
  async close(): Promise<void> {
    await this.run.close();
    await this.#subject.close();
    rmSync(this.#folder, { recursive: true });
  }
}
