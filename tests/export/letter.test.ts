import { unzipSync } from 'fflate';
import { PDFDocument } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import { letterDocx } from '#export/letter-docx.ts';
import { managerPdf } from '#export/letter-pdf.ts';
import type { LetterSheet } from '#export/letter-sheet.ts';
import type { Letter } from '#model/ask.ts';
import { pagesOf } from '#tests/export/pdf-text.ts';

const NOW = new Date('2026-11-23T10:00:00Z');
const sheet = (...lines: string[]): LetterSheet => ({
  width: 595.28,
  height: 841.89,
  texts: lines.map((text, i) => ({ text, x: 68, y: 80 + i * 16, size: 11, bold: i % 2 === 1 })),
  rules: [{ x: 68, y: 300, width: 200 }],
});

async function cvOf(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let i = 0; i < pages; i++)
    document.addPage([595, 842]).drawText(`CV page ${i + 1}`, { x: 50, y: 700, size: 12 });
  return document.save();
}

describe('the one PDF for the hiring manager', () => {
  test('is the letter on one page, then every page of the CV; the text can be selected', async () => {
    const written = [
      'Dear Marta Silva,',
      'José Núñez, Łukasz Żółć, Ђорђе, Ωμέγα, Nguyễn',
      'fi ffl “quoted” – 3 × 40 %',
    ];
    const made = await managerPdf({
      sheet: sheet(...written),
      title: 'For Marta Silva - Jo Marin',
      author: 'Jo Marin',
      cv: await cvOf(3),
      now: NOW,
    });
    if (!made.ok) throw new Error(made.error);
    const pages = await pagesOf(made.value);
    expect(pages.length).toBe(4);
    for (const line of written) expect(pages[0]?.replaceAll('\n', '').normalize('NFC')).toContain(line);
    expect(pages[3]).toContain('CV page 3');
    const read = await PDFDocument.load(made.value, { updateMetadata: false });
    expect(read.getTitle()).toBe('For Marta Silva - Jo Marin');
    expect(read.getAuthor()).toBe('Jo Marin');
    expect(read.getCreationDate()).toEqual(NOW);
  });

  test('says which sign it cannot hold, and what to do', async () => {
    const made = await managerPdf({ sheet: sheet('Dear 李伟,'), title: 't', author: 'a', cv: null, now: NOW });
    expect(made).toEqual({ ok: false, error: expect.stringMatching(/"李".*Print/) });
  });

  test('refuses a CV that is no PDF with a sentence', async () => {
    const made = await managerPdf({
      sheet: sheet('Hi'),
      title: 't',
      author: 'a',
      cv: new TextEncoder().encode('%PDF- not really'),
      now: NOW,
    });
    expect(made).toMatchObject({ ok: false, error: expect.stringContaining('could not be read as a PDF') });
  });

  test('holds markup and scripts as plain text', async () => {
    const made = await managerPdf({
      sheet: sheet('<script>alert(1)</script>'),
      title: '<b>',
      author: '"',
      cv: null,
      now: NOW,
    });
    if (!made.ok) throw new Error(made.error);
    expect((await pagesOf(made.value))[0]).toContain('<script>alert(1)</script>');
  });
});

const LETTER: Letter = {
  greeting: 'Dear Marta Silva,',
  need: 'You need **one thing**.',
  did: '- Cut the wait by 40 %\n- Led 12 people',
  lack: 'I have not run <b>a ward</b> & say so.',
  why: 'Line one\nline two',
  next: 'Twenty minutes on Tuesday?',
  closing: 'Jo Marin\n+351 000',
  pairs: [],
  paper: 'A4',
};

async function wordXml(letter: Letter): Promise<string> {
  const parts = unzipSync(await letterDocx(letter, 'For Marta Silva'));
  return new TextDecoder().decode(parts['word/document.xml']);
}

describe('the Word file', () => {
  test('has every section, bold and list kept, markup escaped', async () => {
    const xml = await wordXml(LETTER);
    const text = xml
      .replace(/<w:p[ >]/g, '\n<w:p>')
      .replace(/<[^>]+>/g, '')
      .trim();
    expect(text).toMatchInlineSnapshot(`
      "Dear Marta Silva,
      You need one thing.
      Cut the wait by 40 %
      Led 12 people
      I have not run &lt;b&gt;a ward&lt;/b&gt; &amp; say so.
      Line oneline two
      Twenty minutes on Tuesday?
      Jo Marin
      +351 000"
    `);
    expect(xml).toMatch(/<w:b\/>.{0,80}one thing/);
    expect(xml.match(/<w:numPr>/g)?.length).toBe(2);
    expect(xml).toContain('w:w="11905"');
  });

  test('sets pairs side by side, on Letter paper', async () => {
    const xml = await wordXml({
      ...LETTER,
      paper: 'Letter',
      pairs: [
        { need: 'Calm', did: '12 years' },
        { need: '', did: '' },
      ],
    });
    expect(xml.match(/<w:tr[ >]/g)?.length).toBe(3);
    expect(xml).toContain('w:w="12240"');
  });
});
