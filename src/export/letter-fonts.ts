import cyrillic from '@fontsource/source-serif-4/files/source-serif-4-cyrillic-400-normal.woff?inline';
import cyrillicBold from '@fontsource/source-serif-4/files/source-serif-4-cyrillic-700-normal.woff?inline';
import greek from '@fontsource/source-serif-4/files/source-serif-4-greek-400-normal.woff?inline';
import greekBold from '@fontsource/source-serif-4/files/source-serif-4-greek-700-normal.woff?inline';
import latin from '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff?inline';
import latinBold from '@fontsource/source-serif-4/files/source-serif-4-latin-700-normal.woff?inline';
import latinExt from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-400-normal.woff?inline';
import latinExtBold from '@fontsource/source-serif-4/files/source-serif-4-latin-ext-700-normal.woff?inline';
import vietnamese from '@fontsource/source-serif-4/files/source-serif-4-vietnamese-400-normal.woff?inline';
import vietnameseBold from '@fontsource/source-serif-4/files/source-serif-4-vietnamese-700-normal.woff?inline';
import fontkit from '@pdf-lib/fontkit';
import type { PDFDocument, PDFFont } from 'pdf-lib';

/** Source Serif 4 (SIL Open Font License 1.1), by weight and script; the page shows the letter in the same face. */
const FACES = {
  regular: [latin, latinExt, cyrillic, greek, vietnamese],
  bold: [latinBold, latinExtBold, cyrillicBold, greekBold, vietnameseBold],
} as const;

export interface FontRun {
  readonly text: string;
  readonly font: PDFFont;
}

/** Splits a text into runs that one face can write; null for a script that none has (say so, print instead). */
export type Fonts = (text: string, bold: boolean) => readonly FontRun[] | string;

/** Embeds faces when they are first needed, and of each only the glyphs in use. */
export async function letterFonts(
  document: PDFDocument,
  texts: readonly { text: string; bold: boolean }[],
): Promise<Fonts> {
  document.registerFontkit(fontkit);
  const embedded: { bold: boolean; font: PDFFont; has: ReadonlySet<number> }[] = [];
  for (const bold of [false, true]) {
    const wanted = new Set(texts.filter((one) => one.bold === bold).flatMap((one) => [...one.text].map(codeOf)));
    for (const face of bold ? FACES.bold : FACES.regular) {
      if (wanted.size === 0) break;
      const font = await document.embedFont(bytesOf(face), { subset: true });
      const has = new Set(font.getCharacterSet());
      for (const code of has) wanted.delete(code);
      embedded.push({ bold, font, has });
    }
  }
  return (text, bold) => {
    const runs: { text: string; font: PDFFont }[] = [];
    for (const letter of text) {
      const last = runs.at(-1);
      const faces = embedded.filter((face) => face.bold === bold);
      const face =
        faces.find((one) => one.font === last?.font && one.has.has(codeOf(letter))) ??
        faces.find((one) => one.has.has(codeOf(letter)));
      if (!face) return letter;
      if (last?.font === face.font) last.text += letter;
      else runs.push({ text: letter, font: face.font });
    }
    return runs;
  };
}

const codeOf = (letter: string): number => letter.codePointAt(0) ?? 0;

function bytesOf(dataUri: string): Uint8Array {
  return Uint8Array.from(atob(dataUri.slice(dataUri.indexOf(',') + 1)), (letter) => letter.charCodeAt(0));
}
