const BITS_OF_BYTE = 8;
const BITS_OF_DIGIT = 6;

/** A secret in all forms in which targets repeat one: as it is, in a URL, in JSON, in base64 and in hexadecimal digits. */
export function formsOf(secret: string): string[] {
  const hex = Buffer.from(secret).toString('hex');
  const quoted = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    quoted,
    secret.replaceAll('/', String.raw`\/`),
    ...inUrls(secret),
    ...inBase64(secret),
    hex,
    hex.toUpperCase(),
  ];
}

/** Percent-encoded, by either alphabet of digits and by the rules of forms, and a second time. */
function inUrls(secret: string): string[] {
  const encoded = encodeURIComponent(secret);
  const ofForm = new URLSearchParams({ '': secret }).toString().slice(1);
  const once = [encoded, ofForm].flatMap((form) => [form, form.replaceAll(/%../g, (code) => code.toLowerCase())]);
  return [...once, encodeURIComponent(encoded)];
}

/** The digits of base64 that are the secret's alone, wherever in what is encoded it begins, in both alphabets. */
function inBase64(secret: string): string[] {
  return [0, 1, 2].flatMap((before) => {
    const bytes = Buffer.concat([Buffer.alloc(before), Buffer.from(secret)]);
    const [first, end] = [
      Math.ceil((before * BITS_OF_BYTE) / BITS_OF_DIGIT),
      Math.floor((bytes.length * BITS_OF_BYTE) / BITS_OF_DIGIT),
    ];
    return (['base64', 'base64url'] as const).map((alphabet) => bytes.toString(alphabet).slice(first, end));
  });
}
