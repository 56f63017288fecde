import { random } from '#tests/paths/random.ts';

const LINE = 76;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** About `bytes` of a Gmail mailbox: letters between me and 400 people, text bodies and base64 attachments. */
export function mailboxBytes(bytes: number, seed: number): Uint8Array<ArrayBuffer> {
  const next = random(seed);
  const parts: string[] = [];
  let size = 0;
  for (let number = 0; size < bytes; number++) {
    const message = messageText(number, next);
    parts.push(message);
    size += message.length;
  }
  return new TextEncoder().encode(parts.join(''));
}

function messageText(number: number, next: () => number): string {
  const who = Math.floor(next() * 400);
  const [me, other] = ['Me Myself <me@example.org>', `Person ${who} Name <person${who}@company${who % 40}.example>`];
  const isMine = next() < 0.4;
  const day = 1 + Math.floor(next() * 28);
  const clock = `${String(10 + (number % 13))}:${String(10 + (number % 49))}:${String(10 + (number % 47))}`;
  const trace = isMine
    ? []
    : [
        'Delivered-To: me@example.org',
        ...Array.from(
          { length: 30 },
          (_, at) => `ARC-Seal-${at}: i=1; a=rsa-sha256; t=1700000000; cv=none;\r\n b=${'x'.repeat(70)}`,
        ),
        'Received: by 2002:a05:6402 with SMTP id x; Mon, 7 Apr 2025 07:31:00 -0700 (PDT)',
      ];
  const head = [
    `From ${1_800_000_000_000_000_000n + BigInt(number)}@xxx Mon Apr ${String(day).padStart(2, '0')} ${clock} +0000 2025`,
    `X-GM-THRID: ${number}`,
    'X-Gmail-Labels: Archived,Opened',
    ...trace,
    `From: ${isMine ? me : other}`,
    `To: ${isMine ? other : me}`,
    `Subject: =?UTF-8?Q?Caf=C3=A9_${number}?=`,
    `Date: Mon, ${day} Apr 2025 ${clock} +0000`,
    `Message-ID: <${number}@example>`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${bodyText(next)}\r\n\r\n`;
}

function bodyText(next: () => number): string {
  const lines = next() < 0.1 ? 2_000 : 60;
  return Array.from({ length: lines }, () => {
    const start = Math.floor(next() * 60);
    return (ALPHABET + ALPHABET).slice(start, start + LINE).padEnd(LINE, 'F');
  }).join('\r\n');
}
