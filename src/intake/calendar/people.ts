import { mailAddress } from '#intake/address.ts';
import { isRobot } from '#intake/robots.ts';
import { clean } from '#intake/text.ts';
import { type CalendarEvent, type JProperty, paramOf, textIn } from './event.ts';

/** Somebody who took part, or was asked to. `address` is '' where the file has none that works. */
export interface Participant {
  readonly address: string;
  readonly name: string;
  readonly came: boolean;
}

const THINGS = new Set(['RESOURCE', 'ROOM', 'GROUP']);

/**
 * The people of an event, each once; rooms, groups and those who were only told are none. Whoever accepted
 * came, and whoever invited; a file that keeps no answers (Outlook's often do not) is believed.
 */
export function participantsOf({ organizer, attendees }: CalendarEvent): Participant[] {
  const people = new Map<string, Participant>();
  for (const attendee of attendees) {
    if (THINGS.has(paramOf(attendee, 'cutype').toUpperCase())) continue;
    if (paramOf(attendee, 'role').toUpperCase() === 'NON-PARTICIPANT') continue;
    const answer = paramOf(attendee, 'partstat').toUpperCase();
    add(people, attendee, answer === '' || answer === 'ACCEPTED');
  }
  if (organizer) add(people, organizer, true);
  return [...people.values()];
}

/** An answer given as an attendee stands, also for whoever organizes. */
function add(people: Map<string, Participant>, property: JProperty, came: boolean): void {
  const address = mailAddress(textIn(property));
  const spelled = clean(paramOf(property, 'cn').slice(0, 200));
  const name = mailAddress(spelled) === '' ? spelled : '';
  const key = address || name || textIn(property);
  if (key === '' || (address !== '' && isRobot(address)) || people.has(key)) return;
  people.set(key, { address, name, came });
}
