import { PDFDocument, rgb } from 'pdf-lib';
import { fail, ok, type Result } from '#model/result.ts';
import { type Fonts, letterFonts } from './letter-fonts.ts';
import type { LetterSheet } from './letter-sheet.ts';

export interface ManagerDocument {
  readonly sheet: LetterSheet;
  /** "For Marta Silva - Jo Marin" */
  readonly title: string;
  readonly author: string;
  /** A CV that is a PDF; null leaves the letter alone. */
  readonly cv: Uint8Array | null;
  readonly now: Date;
}

const INK = rgb(0.1, 0.1, 0.1);

/**
 * The one document for the hiring manager: the letter on exactly one page, then the CV's pages. Text stays
 * text. Fails with a sentence for a script without a face here, or a CV that cannot be opened.
 */
export async function managerPdf({
  sheet,
  title,
  author,
  cv,
  now,
}: ManagerDocument): Promise<Result<Uint8Array<ArrayBuffer>, string>> {
  const document = await PDFDocument.create();
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setAuthor(author);
  document.setCreator('Handcarry');
  document.setProducer('Handcarry');
  document.setCreationDate(now);
  document.setModificationDate(now);
  const fonts = await letterFonts(document, sheet.texts);
  const missing = drawLetter(document, sheet, fonts);
  if (missing !== null) {
    return fail(
      `The letter has a sign that this file cannot hold: "${missing}". Choose Print and save as PDF there; your browser has a font for it.`,
    );
  }
  if (cv) {
    const added = await addCv(document, cv);
    if (!added.ok) return added;
  }
  return ok(new Uint8Array(await document.save()));
}

/** Draws on page one; the sign no face has, or null. */
function drawLetter(document: PDFDocument, sheet: LetterSheet, fonts: Fonts): string | null {
  const page = document.addPage([sheet.width, sheet.height]);
  for (const { text, x, y, size, bold } of sheet.texts) {
    const runs = fonts(text, bold);
    if (typeof runs === 'string') return runs;
    let at = x;
    for (const run of runs) {
      page.drawText(run.text, { x: at, y: sheet.height - y, size, font: run.font, color: INK });
      at += run.font.widthOfTextAtSize(run.text, size);
    }
  }
  for (const { x, y, width } of sheet.rules) {
    page.drawLine({
      start: { x, y: sheet.height - y },
      end: { x: x + width, y: sheet.height - y },
      thickness: 0.5,
      color: INK,
    });
  }
  return null;
}

async function addCv(document: PDFDocument, cv: Uint8Array): Promise<Result<null, string>> {
  try {
    const source = await PDFDocument.load(cv, { updateMetadata: false });
    for (const page of await document.copyPages(source, source.getPageIndices())) document.addPage(page);
    return ok(null);
  } catch (error) {
    const locked = error instanceof Error && /encrypt/i.test(error.message);
    return fail(
      locked
        ? 'Your CV is protected by a password. Save it once more without one, then choose it again.'
        : 'Your CV could not be read as a PDF. Save it as PDF once more, then choose it again.',
    );
  }
}
