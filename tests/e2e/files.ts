import { strToU8, zipSync } from 'fflate';

/** A file as Playwright puts it into a file field. */
export interface Upload {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export interface Contact {
  readonly first: string;
  readonly last: string;
  readonly company: string;
  readonly position: string;
}

/** Me and my counterpart write in turn, one message a week, the counterpart first. */
const OWNER = { name: 'Jordan Pike', url: 'https://www.linkedin.com/in/jordan-pike-sample' };

export function upload(name: string, content: string | Uint8Array): Upload {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) };
}

/** Connections.csv as LinkedIn writes it today: a preamble, a header, newest first. */
export function connectionsCsv(contacts: readonly Contact[]): string {
  const rows = contacts.map(({ first, last, company, position }, at) =>
    [first, last, profile({ first, last, company, position }), '', company, position, `${10 + (at % 18)} Mar 2021`]
      .map(cell)
      .join(','),
  );
  const preamble = 'Notes:\n"When exporting your connection data, some of the email addresses are missing."\n\n';
  return `${preamble}First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${rows.join('\n')}\n`;
}

/** messages.csv as LinkedIn writes it today; `rounds` messages each way with every contact. */
export function messagesCsv(contacts: readonly Contact[], rounds: number): string {
  const header =
    'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS';
  const start = Date.UTC(2025, 0, 6, 9);
  const rows = contacts.flatMap((contact, at) =>
    Array.from({ length: 2 * rounds }, (_, turn) => {
      const them = { name: `${contact.first} ${contact.last}`, url: profile(contact) };
      const [from, to] = turn % 2 === 0 ? [them, OWNER] : [OWNER, them];
      const when = new Date(start + turn * 7 * 86_400_000 + at * 60_000).toISOString();
      const date = `${when.slice(0, 10)} ${when.slice(11, 19)} UTC`;
      return [`2-${at}==`, '', from.name, from.url, to.name, to.url, date, '', 'Shall we, then?', 'INBOX', '']
        .map((text) => `"${text}"`)
        .join(',');
    }),
  );
  return `${header}\n${rows.join('\n')}\n`;
}

export function archive(files: Record<string, string>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const FIRST = ['Ada', 'Bilal', 'Chiara', 'Dmitri', 'Esi', 'Farid', 'Gül', 'Hana', 'Ivo', 'Jun', 'Kaja', 'Łukasz'];
const LAST = ['Abara', 'Bergström', 'Castro', 'Demirci', 'Etxeberria', 'Fontaine', 'Grabowski', 'Haddad', 'Ito'];

/** Different people: every name is met once. */
export function contacts(count: number): Contact[] {
  return Array.from({ length: count }, (_, at) => ({
    first: FIRST[at % FIRST.length] ?? '',
    last: `${LAST[Math.floor(at / FIRST.length) % LAST.length]}${at >= FIRST.length * LAST.length ? ` ${at}` : ''}`,
    company: `Company ${at % 40}`,
    position: at % 7 === 0 ? 'Head of Operations' : 'Analyst',
  }));
}

function profile({ first, last }: Contact): string {
  return `https://www.linkedin.com/in/${encodeURIComponent(`${first}-${last}`.toLowerCase().replaceAll(' ', '-'))}`;
}

function cell(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
