import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bundle } from '../../src/certificate/bundle.ts';
import { startMailSink } from '../../src/cli/mail-sink.ts';
import type { RecordedRun } from '../../src/cli/recorded-run.ts';
import type { Results } from '../../src/report/results.ts';
import { startCommand, type Finished } from './command.ts';
import { serveTarget } from './served-target.ts';

export const CHALLENGE = 'sixteen letters or more';

/** What everybody verifies the certificates of these tests with. */
export const CLAIM = ['--key', 'vendor.pem.pub', '--challenge', CHALLENGE];

/** A folder with a vendor's keys, in which commands run. */
export class Vendor {
  readonly folder = mkdtempSync(join(tmpdir(), 'certificate-'));

  at(name: string): string {
    return join(this.folder, name);
  }

  async run(args: readonly string[], variables: Readonly<Record<string, string>> = {}): Promise<Finished> {
    return startCommand(args, variables, this.folder).finished;
  }

  /** Certifies a target with these faults, and leaves `certificate.zip`; makes the keys if they are not there. */
  async certify(...faults: readonly string[]): Promise<Finished> {
    await this.run(['certify', '--new-key', 'vendor.pem']);
    const sink = await startMailSink('127.0.0.1', 0);
    const target = await serveTarget('--smtp', `smtp://127.0.0.1:${sink.smtpPort}`, ...faults);
    const variables = { ...target.variables, TARGET_MAIL_SINK: `mailpit+${sink.mailboxUrl}` };
    const finished = await this.run(['certify', '--challenge', CHALLENGE, '--key', 'vendor.pem'], variables);
    await target.stop();
    await sink.close();
    return finished;
  }

  /** Certifies a target without faults. Throws Error with what was said where that fails. */
  async certifyRight(): Promise<void> {
    const { code, stdout, stderr } = await this.certify();
    if (code !== 0) throw new Error(`certify ended with ${code}: ${stderr}${stdout}`);
  }
}

/** The results that a bundle tells. */
export function resultsOf(files: Bundle): Results {
  return JSON.parse(files.get('results.json')?.toString() ?? '') as Results;
}

/** What a bundle says that its run was asked for. */
export function recordIn(files: Bundle): RecordedRun {
  return JSON.parse(files.get('evidence/run.json')?.toString() ?? '') as RecordedRun;
}
