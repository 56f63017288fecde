import type { Columns } from '#intake/columns.ts';
import { eachRow } from '#intake/each-row.ts';
import { Out, type ReadContext, type Reader, type Source } from '#intake/source.ts';
import { findHeader } from '#intake/table.ts';
import { tableOf } from '#intake/table-reader.ts';
import { fold } from '#intake/text.ts';
import { foldedBase } from '#intake/wanted.ts';
import { exchangedIn } from './conversations.ts';
import { type LeftOut, MessageReader, type MessageRows } from './message-rows.ts';

/** Chats with LinkedIn's own coach have the header of messages.csv; only their names tell them apart. */
export function isCoachChat(source: Source): boolean {
  return /^(?:guide|coach|learningcoach|learningroleplay)messages/.test(foldedBase(source.file));
}

/**
 * messages.csv of every era: who wrote to whom when. No text of a message is kept. `messages.csv` and
 * `messages_1.csv` are one file in two parts: a talk, and the owner, may show only in both together.
 */
export const messagesReader: Reader = {
  kind: 'linkedin-messages',
  pools: ({ archive, file }) => (archive === '' ? file.toLowerCase().replace(/_\d+(?=\.csv$)/, '') : ''),
  claims: (source) => source.head !== '' && !isCoachChat(source) && findHeader(source.head, isMessages) !== null,
  read: async (source, context) => {
    const out = new Out(source, 'linkedin-messages');
    const rows: MessageRows = { messages: [], leftOut: { adverts: 0, drafts: 0, spam: 0, nobody: 0 } };
    for (const part of source.parts ?? [source]) {
      const table = await tableOf(part, out, isMessages);
      if (!table) continue;
      out.part = part.file;
      const reader = new MessageReader(table, out, context, rows);
      await eachRow(table, out, context, (cells) => {
        reader.read(cells);
      });
    }
    out.part = '';
    take(rows, out, context);
    return out.done();
  },
};

/** A coach chat, often only "No conversations found": known, and not needed. */
export const coachReader: Reader = {
  kind: 'ignored',
  claims: isCoachChat,
  read: async (source) => {
    const out = new Out(source, 'ignored');
    out.note = 'These are chats with LinkedIn’s coach, not with people.';
    return out.done();
  },
};

function isMessages(columns: Columns): boolean {
  return (
    columns.has('conversationid', 'from', 'to', 'date') || columns.has('from', 'to', 'date', 'direction', 'folder')
  );
}

function take(rows: MessageRows, out: Out, { ownName: name, ownProfiles: profiles, said }: ReadContext): void {
  out.note = noteOf(rows.leftOut);
  if (rows.messages.length === 0) return;
  const exchanged = exchangedIn(rows.messages, { name, profiles, said });
  if (exchanged.is === 'unknown') {
    out.whose = exchanged.people;
    out.problem(0, '', 'owner-unknown', exchanged.why);
    return;
  }
  const { owner, without } = exchanged;
  out.own = { ...(owner.name ? { name: owner.name } : {}), ...(owner.profile ? { profile: owner.profile } : {}) };
  out.ownerSaid = said !== '';
  const isKnown = out.ownerSaid || profiles.includes(owner.profile) || (name !== '' && fold(name) === fold(owner.name));
  if (!isKnown && owner.name !== '')
    out.note = `Read as those of ${owner.name}, who is in every conversation. ${out.note}`.trim();
  out.messages.push(...exchanged.messages);
  out.marks.push(...exchanged.marks);
  if (without > 0)
    out.note = `${out.note} ${count(without, 'conversation', 'conversations')} without you left out.`.trim();
}

function noteOf({ adverts, drafts, spam, nobody }: LeftOut): string {
  const parts = [
    count(adverts, 'advert', 'adverts'),
    count(drafts, 'draft', 'drafts'),
    count(spam, 'message in spam', 'messages in spam'),
    count(nobody, 'message of a member without a name', 'messages of members without a name'),
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `Left out: ${parts.join(', ')}.`;
}

function count(number: number, one: string, many: string): string {
  return number === 0 ? '' : `${number} ${number === 1 ? one : many}`;
}
