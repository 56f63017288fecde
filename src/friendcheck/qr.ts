import { encode } from 'uqr';

/** Longer links make a code that phones read badly. */
export const MAX_QR = 600;

/** The modules of a QR code (ISO/IEC 18004, error correction M), true is dark; null when the text is too long. */
export function qrModules(text: string): readonly (readonly boolean[])[] | null {
  return text.length > MAX_QR ? null : encode(text, { ecc: 'M', border: 2 }).data;
}
