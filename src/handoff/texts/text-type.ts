/** A text the person may copy or open in a mail program; the app sends nothing. */
export interface Text {
  /** `anybody`: for several friends, without a name. */
  readonly to: 'friend' | 'manager' | 'hr' | 'recruiter' | 'anybody';
  readonly subject: string;
  readonly body: string;
}
