import { stage, yesNo } from '#model/target.ts';

const YES_NO = yesNo.options;
const YES_OR_NO = ['yes', 'no'] as const;
const STANDING = ['none', 'confirmed', 'listed', 'inferred'] as const;

/**
 * Everything a rule may look at, each field with its few values. A rule's condition is data over these
 * fields, so that the whole judgement can be read, counted and tested from `data/playbook.json`.
 */
export const VOCABULARY = {
  /** How the person closed the target; `no` while it is open. */
  closed: ['no', 'done', 'walked-away', 'no-use'],
  stage: stage.options,
  managerPart: ['set-requirement', 'saw-cv', 'met-me', 'unknown'],
  putForward: ['myself', 'friend', 'search-firm', 'unknown'],
  posted: YES_NO,
  /** `contractor`: it hires through an agency or a main contractor. */
  employer: ['company', 'public', 'contractor', 'unknown'],
  contactBan: YES_NO,
  referralScheme: YES_NO,
  applicationRequired: YES_NO,
  applicationOnRecord: YES_NO,
  /** Whether the hiring manager is known by name. */
  managerKnown: YES_OR_NO,
  /** VP or executive, by the title. */
  senior: YES_OR_NO,
  /** People between me and the manager: `direct` nobody, `one` the friend, `two` the friend and at least one more. */
  way: ['none', 'direct', 'one', 'two'],
  /** The least certain step of the way; `none` without a way. */
  standing: STANDING,
  /** Whose step is the least certain one, when the way is not confirmed. */
  weaker: ['none', 'mine', 'theirs'],
  /** Role of the first person of the way. */
  contact: ['none', 'friend', 'hr', 'manager'],
  /** My tie to the friend: `strong` on my own word of 4 or 5, work together, or messages that are warm or hot. */
  tie: ['none', 'strong', 'weak'],
  knowsManager: YES_NO,
  willing: YES_NO,
  knowsMe: YES_NO,
  knowsWork: YES_NO,
  credible: YES_NO,
  /** Whether the friend works at the target's company: the person's answer, else the friend's own company. */
  employee: YES_NO,
  relation: ['peer', 'report', 'boss', 'elsewhere', 'social', 'unknown'],
  offers: ['talk', 'name-only', 'walk-to-hr', 'unknown'],
  remote: YES_NO,
  /** The friend works where the search must not be known. */
  employerHidden: YES_OR_NO,
  /** This friend's ask for this target. */
  askHere: ['none', 'queued', 'prepared', 'asked', 'agreed', 'declined', 'silent', 'handed-over', 'heard-back', 'done'],
  /** Whether anybody's hand-over for this target has happened. */
  handedOver: YES_OR_NO,
  /** Another friend has an open ask to the same hiring manager. */
  otherAsk: YES_OR_NO,
  /** What speaks against asking this friend at all now. */
  friendBusy: ['free', 'open-ask', 'thanks-owed', 'left-out', 'do-not-contact'],
  worthOpen: YES_NO,
  worthSpecific: YES_NO,
  worthStillWant: YES_NO,
  worthWarmer: YES_NO,
} as const;

export type SituationField = keyof typeof VOCABULARY;
export type Situation = { readonly [F in SituationField]: (typeof VOCABULARY)[F][number] };
