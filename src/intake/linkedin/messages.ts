import type { Columns } from '#intake/columns.ts';
import { eachRow } from '#intake/each-row.ts';
import { Out, type Reader, type Source } from '#intake/source.ts';
import { tableReader } from '#intake/table-reader.ts';
import { foldedBase } from '#intake/wanted.ts';
import { exchangedIn } from './conversations.ts';
import { MessageReader, type MessageRows } from './message-rows.ts';

/** Chats with LinkedIn's own coach have the header of messages.csv; only their names tell them apart. */
export function isCoachChat(source: Source): boolean {
  return /^(?:guide|coach|learningcoach|learningroleplay)messages/.test(foldedBase(source.file));
}

/** messages.csv of every era: who wrote to whom when. No text of a message is kept. */
export const messagesReader = tableReader({
  kind: 'linkedin-messages',
  knows: (columns, source) => isMessages(columns) && !isCoachChat(source),
  fill: async (table, out, context) => {
    const reader = new MessageReader(table, out, context);
    await eachRow(table, out, context, (cells) => {
      reader.read(cells);
    });
    take(reader.done(), out, context);
  },
});

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

function take(rows: MessageRows, out: Out, hints: { ownName: string; ownProfiles: readonly string[] }): void {
  out.note = noteOf(rows.leftOut);
  if (rows.messages.length === 0) return;
  const exchanged = exchangedIn(rows.messages, { name: hints.ownName, profiles: hints.ownProfiles });
  if (exchanged === null) {
    const message =
      'It cannot be told which of these people is you. Drop the whole export with Profile.csv, or give your name in Settings, and read it again.';
    out.problem(0, '', 'owner-unknown', message);
    return;
  }
  const { name, profile } = exchanged.owner;
  out.own = { ...(name ? { name } : {}), ...(profile ? { profile } : {}) };
  out.messages.push(...exchanged.messages);
  out.marks.push(...exchanged.marks);
}

function noteOf({ adverts, drafts, spam, nobody }: MessageRows['leftOut']): string {
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
