import { breathe } from '#intake/pause.ts';
import { Out, type ReadContext, type Reader, type Source } from '#intake/source.ts';
import { secondsOf } from '#model/time.ts';
import { separatorOf } from './date.ts';
import { HeaderCollector } from './headers.ts';
import { writeLetters } from './letters.ts';
import { MailRecord } from './mailbox.ts';
import { MailboxScanner } from './scanner.ts';

/**
 * A mailbox of Gmail, Thunderbird or any other that writes mbox: headers only, in constant memory however
 * long it is. What was whole before damage is kept.
 */
export const mboxReader: Reader = {
  kind: 'mbox',
  claims: ({ head }) => {
    const [first = '', second = ''] = head.trimStart().slice(0, 4096).split('\n', 2);
    return separatorOf(first) !== null && /^[!-9;-~]+:/.test(second);
  },
  read: async (source, context) => {
    const out = new Out(source, 'mbox');
    const record = recordFor(out, context);
    const scanner = new MailboxScanner((headers, separator) => {
      record.take(headers, separator);
    });
    let told = 0;
    try {
      for await (const piece of source.chunks()) {
        scanner.push(piece);
        context.passed(piece.length);
        context.tick(out.rows - told);
        told = out.rows;
        await breathe(context.signal);
      }
    } catch {
      context.signal?.throwIfAborted();
      const message = 'This mailbox is damaged or cut off here; what comes before it went in.';
      out.problem(out.rows, '', 'truncated', message);
    }
    scanner.end();
    writeLetters(record, out, context);
    return out.done();
  },
};

/** E-mails saved one by one; those that came together are one mailbox, so that its owner shows. */
export const emlReader: Reader = {
  kind: 'eml',
  pools: () => '',
  claims: ({ head }) => isHeaderBlock(head),
  read: async (source, context) => {
    const out = new Out(source, 'eml');
    const record = recordFor(out, context);
    const headers = new HeaderCollector();
    for (const part of source.parts ?? [source]) {
      await readHeaders(part, headers);
      record.take(headers.done(), { sender: '', at: null });
      context.passed(part.size);
      context.tick(1);
      if (out.rows % 64 === 0) await breathe(context.signal);
    }
    writeLetters(record, out, context);
    return out.done();
  },
};

function recordFor(out: Out, { today }: ReadContext): MailRecord {
  return new MailRecord(out, secondsOf(today) + 86_399);
}

/** Feeds the lines of one e-mail up to the blank one. */
async function readHeaders(source: Source, headers: HeaderCollector): Promise<void> {
  for await (const piece of source.chunks()) {
    let at = piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf ? 3 : 0;
    while (at < piece.length) {
      const found = piece.indexOf(10, at);
      const lineEnd = found < 0 ? piece.length : found;
      const end = piece[lineEnd - 1] === 13 ? lineEnd - 1 : lineEnd;
      if (end <= at) return;
      headers.line(piece, at, end);
      at = lineEnd + 1;
    }
    // Headers beyond the first piece are no headers.
    return;
  }
}

function isHeaderBlock(head: string): boolean {
  const text = head.trimStart();
  const end = text.indexOf('\n\n');
  const lines = (end < 0 ? text : text.slice(0, end)).split('\n').slice(0, 500);
  const isBlock = lines.every((line) => /^(?:[!-9;-~]+:|[ \t])/.test(line));
  const has = (name: RegExp): boolean => lines.some((line) => name.test(line));
  return isBlock && has(/^from:/i) && has(/^(?:date|to|subject|message-id|received):/i);
}
