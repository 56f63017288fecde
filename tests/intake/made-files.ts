const HEADER = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
const FIRST = 'Ana Ben Cleo Dan Eve Zoë Gita'.split(' ');

/** A Connections.csv of so many rows, all different, below LinkedIn's preamble (the header is row 4). */
export function connectionsCsv(rows: number): string {
  const lines = Array.from({ length: rows }, (_, at) => {
    const first = FIRST[at % FIRST.length] ?? '';
    const day = `${10 + (at % 18)} Feb ${2010 + (at % 15)}`;
    return `${first},Row${at},https://www.linkedin.com/in/${at},,"Company ${at % 50}, Inc.",Analyst,${day}`;
  });
  return ['Notes:', '"Some addresses are missing, and so on."', '', HEADER, ...lines].join('\n');
}

/** A messages.csv of so many rows, ten a conversation with one person each, I (Jordan Pike) every other one. */
export function messagesCsv(rows: number): string {
  const header =
    'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER';
  const party = (name: string): string => `${name},https://www.linkedin.com/in/${name.toLowerCase().replace(' ', '-')}`;
  const lines = Array.from({ length: rows }, (_, at) => {
    const talk = Math.floor(at / 10);
    const pair = ['Jordan Pike', `Ana Talk${talk}`].map(party);
    const [from, to] = at % 2 === 0 ? pair : pair.reverse();
    const moment = new Date(Date.UTC(2026, 0, 1) - at * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
    return `2-${talk}==,,${from},${to},${moment} UTC,,"Hello, and so on",INBOX`;
  });
  return [header, ...lines].join('\n');
}
