import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { command, type Finished } from '../command.ts';
import { serveTarget, type ServedTarget } from '../served-target.ts';
import { makeCertificates, type Certificates } from './certificates.ts';
import { startTlsFront, type FrontOptions } from './tls-front.ts';

describe('a right target behind a certificate of a private CA', () => {
  let certificates: Certificates;
  let target: ServedTarget;

  beforeAll(async () => {
    certificates = await makeCertificates();
    target = await serveTarget();
  });

  afterAll(async () => target.stop());

  test('is conformant over HTTP/1.1, with a certificate of ours', async () => {
    const { finished, versions } = await judge({ asksForCertificate: true });
    expect(finished.code, finished.stdout + finished.stderr).toBe(0);
    expect(versions).toEqual(['1.1']);
  });

  test('is conformant over HTTP/2, although sessions end every thousand requests', async () => {
    const { finished, versions } = await judge({
      offersHttp2: true,
      requestsPerSession: 1_000,
    });
    expect(finished.code, finished.stdout + finished.stderr).toBe(0);
    expect(versions).toEqual(['2.0']);
  });

  async function judge(options: FrontOptions): Promise<{ finished: Finished; versions: string[] }> {
    const { TARGET_BASE_URL = '', TARGET_TOKEN_URL: _, ...variables } = target.variables;
    const front = await startTlsFront(TARGET_BASE_URL, certificates, options);
    const finished = await command(['run'], {
      ...variables,
      TARGET_BASE_URL: front.baseUrl,
      TARGET_CA_FILE: certificates.caFile,
      TARGET_CLIENT_CERT_FILE: certificates.clientCertFile,
      TARGET_CLIENT_KEY_FILE: certificates.clientKeyFile,
    });
    await front.close();
    return { finished, versions: [...front.versions] };
  }
});
