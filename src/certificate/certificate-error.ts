/** A bundle or key that cannot be used; the message is one line. */
export class CertificateError extends Error {
  override readonly name = 'CertificateError';
}
