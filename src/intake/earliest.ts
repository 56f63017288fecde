import { type Seconds, secondsOf } from '#model/time.ts';

/** Before this a date in a mailbox or a calendar is most often a wrong clock; such messages are told, not counted. */
export const EARLIEST: Seconds = secondsOf('2003-01-01');
/** A clock may run ahead of ours by so much. */
export const AHEAD: Seconds = 2 * 86_400;
