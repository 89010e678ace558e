import { readFileSync } from 'node:fs';
import { ENVELOPE, readBundle, writeBundle, type Bundle } from '../../src/certificate/bundle.ts';
import { sealStatement } from '../../src/certificate/envelope.ts';
import { readPrivateKey } from '../../src/certificate/keys.ts';
import { toStatement } from '../../src/certificate/statement.ts';
import { verifyClaim } from '../../src/cli/verification.ts';
import type { Results } from '../../src/report/results.ts';
import { CHALLENGE, CLAIM, resultsOf, Vendor } from './certified-target.ts';
import type { Finished } from './command.ts';

/** Results as somebody would rather have them. */
export type Forge = (results: Results) => Results;

type Changes = Readonly<Record<string, string>>;

/** A vendor who signs whatever they like: the key is theirs. */
export class Forger {
  readonly #vendor = new Vendor();
  #bundle: Bundle = new Map();
  #forgeries = 0;

  /** The files of a certificate that is true. */
  get bundle(): Bundle {
    return this.#bundle;
  }

  /** Certifies a target that is right. Throws Error where that fails. */
  async certify(): Promise<void> {
    await this.#vendor.certifyRight();
    this.#bundle = await readBundle(this.#vendor.at('certificate.zip'));
  }

  /** What is wrong once some files were changed, a line each, where no replay is needed to tell. */
  async faultsOf(changes: Changes, state: Forge = (all) => all): Promise<string> {
    const bundle = this.#vendor.at(await this.#sign(changes, state));
    const keyFile = this.#vendor.at('vendor.pem.pub');
    const { faults } = await verifyClaim({ bundle, keyFile, challenge: CHALLENGE });
    return faults.join('\n');
  }

  /** Verifies the bundle with some files changed, as anybody would. */
  async verify(changes: Changes): Promise<Finished> {
    return this.#vendor.run(['verify', await this.#sign(changes, (all) => all), ...CLAIM]);
  }

  /** Writes the bundle with some files changed, signed anew; `state` changes what the statement says. */
  async #sign(changes: Changes, state: Forge): Promise<string> {
    const files = Object.entries(changes).map(([name, text]) => [name, Buffer.from(text)] as const);
    const forged = new Map([...this.#bundle, ...files]);
    forged.delete(ENVELOPE);
    const key = readPrivateKey(readFileSync(this.#vendor.at('vendor.pem'), 'utf8'));
    const told = state({ ...resultsOf(this.#bundle), ...resultsOf(forged) });
    const envelope = sealStatement(toStatement(forged, told), key);
    const name = `forged-${(this.#forgeries += 1)}.zip`;
    await writeBundle(this.#vendor.at(name), new Map([...forged, [ENVELOPE, Buffer.from(JSON.stringify(envelope))]]));
    return name;
  }
}
