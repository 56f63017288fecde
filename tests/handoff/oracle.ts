import type { Situation } from '#handoff/situation.ts';

/**
 * The precedence of the playbook written a second time, as plain conditions, from its text and not from
 * data/playbook.json.
 */
export function expectedMove(s: Situation): string {
  const friend = s.contact === 'friend';
  if (s.closed !== 'no' && s.stage !== 'manager-yes' && s.stage !== 'sent-to-hr') return 'closed';
  if (s.stage === 'gone') return 'role-gone';
  if (s.stage === 'manager-no' || (s.stage === 'hr-no' && s.managerPart === 'met-me')) return 'hm-decided';
  if (s.stage === 'manager-yes') return 'manager-says-yes';
  if (s.stage === 'sent-to-hr') return 'sponsored';
  if (s.worthStillWant === 'no' || s.worthOpen === 'no' || (s.stage === 'hr-no' && s.worthSpecific === 'no'))
    return 'worthwhile';
  if (s.putForward === 'search-firm') return 'search-firm';
  if (s.employer === 'public' || s.contactBan === 'yes') return 'regulated';
  if (s.employer === 'contractor') return 'contractor';
  if (s.way === 'direct' && s.standing === 'confirmed') return 'direct';
  if (s.applicationRequired === 'yes' && s.applicationOnRecord === 'no') return 'apply-on-record';
  if (s.contact === 'hr') return 'contact-is-hr';
  if (s.stage === 'interviewing' || s.stage === 'manager-interviewed') return 'in-process';
  if (s.employerHidden === 'yes') return 'confidential';
  if (s.askHere === 'declined' || s.askHere === 'silent') return 'declined';
  if (s.handedOver === 'yes') return 'done';
  if (s.otherAsk === 'yes') return 'one-at-a-time';
  if (s.friendBusy !== 'free') return 'ask-budget';
  if (s.way === 'direct') return 'direct-listed';
  if (s.relation === 'boss') return 'above-manager';
  if (s.knowsManager === 'no' || s.willing === 'no') return 'five-checks';
  if (s.way === 'two') return 'one-intermediary';
  if (s.way === 'one' && s.standing === 'listed') return 'listed-unknown';
  if (s.way === 'one' && s.standing === 'inferred') return 'insider-info';
  if (s.stage === 'hr-no' && s.managerPart === 'saw-cv') return 'managers-part';
  if (s.stage === 'not-applied' && s.employee === 'yes' && s.referralScheme !== 'no') return 'refer-before-apply';
  if (s.stage === 'applied' && s.employee === 'yes') return 'late-referral';
  if ((s.stage === 'not-applied' || s.stage === 'applied') && s.way === 'one') return 'introduce';
  if (friend && s.offers === 'walk-to-hr') return 'not-via-hr';
  if (friend && s.offers === 'name-only') return 'speak-first';
  return s.way === 'none' ? 'no-path' : 'hand-deliver';
}
