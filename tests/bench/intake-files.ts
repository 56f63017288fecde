import { random } from '#tests/paths/random.ts';

const FIRST =
  'Ana Ben Cleo Dan Eve Finn Gita Hugo Ines Jonas Kofi Lena Marta Nils Omar Petra Quentin Rosa Sam Tove'.split(' ');
const LAST =
  'Ruiz Okoro Faure Ito Novak Berg Rao Lima Lee Mensah Olsen Haddad Sanz Brandt Costa Weber Dubois Moreau'.split(' ');
const WORK =
  'Analyst,Engineer,Head of Data,Director of Sales,Product Manager,VP Engineering,Consultant,Recruiter'.split(',');
const LEGAL = ['', '', '', ', Inc.', ' GmbH', ' Ltd', ' S.A.'];

/** A Connections.csv as LinkedIn writes it in 2026: about 120 bytes a row, one in 40 hidden, one name in ten not ASCII. */
export function connectionsCsv(rows: number, seed = 1): string {
  const next = random(seed);
  const of = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
  const lines = [
    'Notes:',
    '"When exporting your connection data, you may notice that some are missing, and so on."',
    '',
  ];
  lines.push('First Name,Last Name,URL,Email Address,Company,Position,Connected On');
  for (let i = 0; i < rows; i++) {
    const on = `${10 + (i % 19)} Feb ${2026 - Math.floor((i / rows) * 12)}`;
    if (i % 40 === 39) {
      lines.push(`,,,,,,${on}`);
      continue;
    }
    const foreign = i % 10 === 0;
    const [first, last] = [`${of(FIRST)}${foreign ? 'é' : ''}`, `${of(LAST)}${letters(Math.floor(i / 3))}`];
    const slug = `${first}-${last}-${i.toString(36)}`.toLowerCase();
    const email = i % 30 === 0 ? `${i}@example.org` : '';
    // Few large employers and many small ones: about 8,000 in 30,000 rows.
    const rank = Math.floor(Math.exp(next() * Math.log(rows * 0.7)));
    const company = `${LAST[rank % LAST.length]} ${letters(rank)}${LEGAL[rank % LEGAL.length]}`;
    lines.push(
      [
        first,
        last,
        `https://www.linkedin.com/in/${encodeURIComponent(slug)}`,
        email,
        quoted(company),
        of(WORK),
        on,
      ].join(','),
    );
  }
  return lines.join('\n');
}

/** A messages.csv of the 2025 kind: conversations of ten messages with texts of about 200 characters. */
export function messagesCsv(rows: number, seed = 1): string {
  const next = random(seed);
  const header =
    'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER,ATTACHMENTS';
  const lines = [header];
  const text = 'Thanks for the note, shall we talk next week about the role? '.repeat(3);
  const me = ['Jordan Pike', 'https://www.linkedin.com/in/jordan-pike'];
  for (let i = 0; i < rows; i++) {
    const talk = Math.floor(i / 10);
    const them = [
      `${FIRST[talk % FIRST.length]} ${LAST[talk % LAST.length]}${letters(talk)}`,
      `https://www.linkedin.com/in/p-${talk}`,
    ];
    const [from, to] = next() < 0.5 ? [me, them] : [them, me];
    const at = new Date(Date.UTC(2026, 0, 1) - i * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
    lines.push([`2-${talk}==`, '', ...from, ...to, `${at} UTC`, '', quoted(text), 'INBOX', ''].join(','));
  }
  return `${lines.join('\n')}\n`;
}

/** 0 → "", 1 → "a", 28 → "bb": names differ by letters only, as people's do. */
function letters(number: number): string {
  return number === 0 ? '' : letters(Math.floor(number / 26)) + String.fromCharCode(97 + (number % 26));
}

function quoted(text: string): string {
  return text.includes(',') ? `"${text}"` : text;
}
