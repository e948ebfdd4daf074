/** The length of a ciphertext tells a "Ja" from a "Nej", so a text is filled up to the next of few sizes, in bytes. */
const sizes = [64, 256, 1024, 4096];
const largeStep = 4096;
const header = 4;

/** Length, text, zeros. */
export function pad(text: string): Buffer {
  const length = Buffer.byteLength(text);
  const padded = Buffer.alloc(sizeFor(length + header));
  padded.writeUInt32BE(length);
  padded.write(text, header);
  return padded;
}

export const unpad = (padded: Buffer): string => padded.toString('utf8', header, header + padded.readUInt32BE());

const sizeFor = (length: number): number => sizes.find((size) => length <= size) ?? Math.ceil(length / largeStep) * largeStep;
