/** A text and what is selected in it. */
export interface Selected {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Puts the selected words between `**`, or takes the marks off when they are there. Bold never runs over a line. */
export function toggleBold({ text, start, end }: Selected): Selected {
  const [before, chosen, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  if (chosen.includes('\n')) {
    const lines = chosen.split('\n');
    const all = lines.every((line) => line.trim() === '' || BOLD_LINE.test(line));
    const body = lines.map((line) => (all ? line.replace(BOLD_LINE, '$1$2') : boldLine(line))).join('\n');
    return { text: before + body + after, start, end: start + body.length };
  }
  if (before.endsWith('**') && after.startsWith('**')) {
    return { text: before.slice(0, -2) + chosen + after.slice(2), start: start - 2, end: end - 2 };
  }
  if (BOLD_LINE.test(chosen)) {
    const plain = chosen.replace(BOLD_LINE, '$1$2');
    return { text: before + plain + after, start, end: start + plain.length };
  }
  const [, lead = '', core = '', tail = ''] = /^((?:- )?\s*)(.*?)(\s*)$/.exec(chosen) ?? [];
  const from = start + lead.length + 2;
  return { text: `${before}${lead}**${core}**${tail}${after}`, start: from, end: from + core.length };
}

/** A whole line or item in bold: what is before the marks, and what is between them. */
const BOLD_LINE = /^(\s*(?:- )?)\*\*([^*]+)\*\*\s*$/;

function boldLine(line: string): string {
  return line.trim() === '' || BOLD_LINE.test(line) ? line : line.replace(/^(\s*(?:- )?)(.*?)(\s*)$/, '$1**$2**$3');
}

/** Makes the touched lines a list, or plain lines again when all of them are items. */
export function toggleList({ text, start, end }: Selected): Selected {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const until = text.indexOf('\n', end);
  const to = until < 0 ? text.length : until;
  const lines = text.slice(from, to).split('\n');
  const all = lines.every((line) => line.trim() === '' || line.startsWith('- '));
  const changed = lines.map((line) =>
    all ? line.replace(/^- /, '') : line.trim() === '' || line.startsWith('- ') ? line : `- ${line}`,
  );
  const body = lines.length === 1 && lines[0] === '' ? '- ' : changed.join('\n');
  return { text: text.slice(0, from) + body + text.slice(to), start: from, end: from + body.length };
}

/** Enter inside a list begins the next item; on an empty item it ends the list. null: let the field do it. */
export function enterInList({ text, start, end }: Selected): Selected | null {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const line = text.slice(from, start);
  if (!line.startsWith('- ')) return null;
  if (line.trim() === '-') return { text: text.slice(0, from) + text.slice(end), start: from, end: from };
  return { text: `${text.slice(0, start)}\n- ${text.slice(end)}`, start: start + 3, end: start + 3 };
}

/** Puts pasted text in place of the selection. A list begins on a line of its own, or goes on with the item begun. */
export function pasteInto({ text, start, end }: Selected, pasted: string): Selected {
  const before = text.slice(0, start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const list = pasted.startsWith('- ');
  const own = list && line === '- ' ? pasted.slice(2) : list && line !== '' ? `\n${pasted}` : pasted;
  const at = start + own.length;
  return { text: before + own + text.slice(end), start: at, end: at };
}
