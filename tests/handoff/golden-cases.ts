import type { WayIn } from '#paths/types.ts';
import { ACME, ANA, askOf, BRUNO, FOUNDING, MARTA, TEO, type World, wayOf } from './cases.ts';

export interface Golden {
  readonly title: string;
  readonly world: World;
  readonly way: WayIn | null;
}

const known = {
  willing: 'yes',
  offers: 'talk',
  relation: 'peer',
  credible: 'yes',
  employee: 'yes',
  remote: 'no',
} as const;
const worked = { ...known, knowsManager: 'yes', knowsMe: 'yes', knowsWork: 'yes' } as const;
const ana = wayOf([ANA, MARTA]);
const company = { employer: 'company', contactBan: 'no', putForward: 'myself' } as const;

const founding = (edit: World['target'] = {}, checks: World['checks'] = worked, more: World = {}): World => ({
  target: { ...FOUNDING, ...edit },
  checks,
  ...more,
});
const fresh = (edit: World['target'] = {}, checks: World['checks'] = worked): World => ({
  target: { ...company, stage: 'not-applied', posted: 'yes', ...edit },
  checks,
});

/** Cases a career coach would know, each in one sentence. */
export const GOLDEN: readonly Golden[] = [
  { title: 'HR said no. Ana, a peer of Marta, knows the work. The founding case.', world: founding(), way: ana },
  { title: 'The same, and nothing else is known yet.', world: { target: { stage: 'hr-no' } }, way: ana },
  { title: 'The same; Ana and Marta work remotely.', world: founding({}, { ...worked, remote: 'yes' }), way: ana },
  { title: 'HR said no, and Marta had seen the CV.', world: founding({ managerPart: 'saw-cv' }), way: ana },
  { title: 'HR said no after Marta had met me.', world: founding({ managerPart: 'met-me' }), way: ana },
  {
    title: "HR said no; Ana offers only Marta's name.",
    world: founding({}, { ...worked, offers: 'name-only' }),
    way: ana,
  },
  {
    title: 'HR said no; Ana would walk it over to HR.',
    world: founding({}, { ...worked, offers: 'walk-to-hr' }),
    way: ana,
  },
  { title: "HR said no; Ana is Marta's boss.", world: founding({}, { ...worked, relation: 'boss' }), way: ana },
  { title: 'HR said no; Ana reports to Marta.', world: founding({}, { ...worked, relation: 'report' }), way: ana },
  { title: 'HR said no; Ana knows me only socially.', world: founding({}, { ...worked, knowsWork: 'no' }), way: ana },
  { title: 'HR said no; Ana hardly knows me.', world: founding({}, { ...known, knowsMe: 'no' }), way: ana },
  {
    title: 'HR said no; Ana knows the work, and nobody there listens to Ana.',
    world: founding({}, { ...worked, credible: 'no' }),
    way: ana,
  },
  {
    title: 'HR said no; Ana would not go to Marta and talk.',
    world: founding({}, { ...worked, willing: 'no' }),
    way: ana,
  },
  {
    title: 'HR said no; Ana says that she does not know Marta after all.',
    world: founding({}, { ...worked, knowsManager: 'no' }),
    way: ana,
  },
  { title: 'HR said no; a VP role.', world: founding({ title: 'VP Product' }), way: ana },
  {
    title: 'HR said no; a warmer target is on the list.',
    world: founding({ worth: { open: 'yes', specific: 'yes', stillWant: 'yes', warmerElsewhere: 'yes' } }),
    way: ana,
  },
  {
    title: 'HR said no; I would not want to work with them any more.',
    world: founding({ worth: { open: 'yes', specific: 'yes', stillWant: 'no', warmerElsewhere: 'no' } }),
    way: ana,
  },
  {
    title: 'HR said no; I have nothing to say that the screen could not see.',
    world: founding({ worth: { open: 'yes', specific: 'no', stillWant: 'yes', warmerElsewhere: 'no' } }),
    way: ana,
  },
  {
    title: 'HR said no; the role is not open any more.',
    world: founding({ worth: { open: 'no', specific: 'yes', stillWant: 'yes', warmerElsewhere: 'no' } }),
    way: ana,
  },
  {
    title: 'HR said no; Ana and Marta are only connected on a list.',
    world: founding({}, { ...known, employee: 'unknown' }),
    way: wayOf([ANA, MARTA], 'listed'),
  },
  {
    title: 'HR said no; I am only connected with Ana, who knows Marta.',
    world: founding({}, { ...known, employee: 'unknown' }),
    way: wayOf([ANA, MARTA], 'listed', 0),
  },
  {
    title: 'HR said no; Ana works there and may know Marta.',
    world: founding({}, { employee: 'yes' }),
    way: wayOf([ANA, MARTA], 'inferred'),
  },
  {
    title: 'HR said no; I think that Ana knows Marta.',
    world: founding({}, { employee: 'no' }),
    way: wayOf([ANA, MARTA], 'inferred'),
  },
  {
    title: 'HR said no; Ana knows Bruno, who knows Marta; all confirmed.',
    world: founding(),
    way: wayOf([ANA, BRUNO, MARTA]),
  },
  {
    title: 'HR said no; Ana knows Bruno, who may know Marta.',
    world: founding(),
    way: wayOf([ANA, BRUNO, MARTA], 'inferred'),
  },
  { title: 'HR said no; there is no way in.', world: founding({}, {}), way: null },
  { title: 'HR said no; I know Marta myself.', world: founding({}, {}), way: wayOf([MARTA]) },
  {
    title: 'HR said no; I am connected with Marta on a list and we never spoke.',
    world: founding({}, {}),
    way: wayOf([MARTA], 'listed', 0),
  },
  { title: 'HR said no; Ana is HR there.', world: founding({}, { ...known }, { ana: { hr: true } }), way: ana },
  { title: 'HR said no and asked for no contact.', world: founding({ contactBan: 'yes' }), way: ana },
  { title: 'HR said no; a recruiter put me forward.', world: founding({ putForward: 'search-firm' }), way: ana },
  {
    title: 'Not applied; Ana works there, and there is a referral scheme.',
    world: fresh({ referralScheme: 'yes' }),
    way: ana,
  },
  { title: 'Not applied; Ana works there; nobody knows of a scheme.', world: fresh(), way: ana },
  { title: 'Not applied; Ana works there, and there is no scheme.', world: fresh({ referralScheme: 'no' }), way: ana },
  {
    title: 'Not applied; Ana works elsewhere and knows Marta.',
    world: fresh({}, { ...worked, employee: 'no', relation: 'elsewhere' }),
    way: ana,
  },
  {
    title: 'Not applied; a formal application is required, and Ana works there.',
    world: fresh({ applicationRequired: 'yes' }),
    way: ana,
  },
  { title: 'Not applied; a public body.', world: fresh({ employer: 'public' }), way: ana },
  {
    title: 'Not applied; Acme hires through an agency; Ana knows Marta.',
    world: fresh({ employer: 'contractor' }),
    way: ana,
  },
  { title: 'The agency that hires for Acme said no.', world: founding({ employer: 'contractor' }), way: ana },
  {
    title: 'Acme hires through an agency, and the advert says no contact.',
    world: fresh({ employer: 'contractor', contactBan: 'yes' }),
    way: ana,
  },
  { title: 'Not applied; no way in.', world: fresh({}, {}), way: null },
  { title: 'Not applied; the manager is not known.', world: fresh({ manager: null }, {}), way: null },
  {
    title: 'Applied, no answer; Ana works there.',
    world: fresh({ stage: 'applied', appliedOn: '2026-10-12' }),
    way: ana,
  },
  {
    title: 'Applied, no answer; Ana works there, no referral scheme.',
    world: fresh({ stage: 'applied', appliedOn: '2026-10-12', referralScheme: 'no' }),
    way: ana,
  },
  {
    title: 'Applied, no answer; Ana works elsewhere.',
    world: fresh({ stage: 'applied', appliedOn: '2026-10-12' }, { ...worked, employee: 'no' }),
    way: ana,
  },
  { title: 'HR is interviewing me.', world: fresh({ stage: 'interviewing' }), way: ana },
  { title: 'Marta has interviewed me; no answer yet.', world: fresh({ stage: 'manager-interviewed' }), way: ana },
  { title: 'Marta said no.', world: fresh({ stage: 'manager-no' }), way: ana },
  {
    title: 'Marta wants to talk.',
    world: founding({ stage: 'manager-yes' }, worked, { asks: [askOf({ state: 'handed-over' })] }),
    way: ana,
  },
  {
    title: 'Marta sent me to HR.',
    world: founding({ stage: 'sent-to-hr' }, worked, { asks: [askOf({ state: 'heard-back' })] }),
    way: ana,
  },
  { title: 'The role is filled.', world: founding({ stage: 'gone' }), way: ana },
  {
    title: 'Teo is already asked about Marta.',
    world: founding({}, worked, { asks: [askOf({ friend: TEO })] }),
    way: ana,
  },
  {
    title: 'Ana has an open ask for another target.',
    world: founding({}, worked, { asks: [askOf({ target: 'target:other' })] }),
    way: ana,
  },
  {
    title: 'Ana helped with another target and was not thanked.',
    world: founding({}, worked, { asks: [askOf({ target: 'target:other', state: 'done' })] }),
    way: ana,
  },
  {
    title: 'Ana asked to be left out of job asks.',
    world: founding({}, worked, { ana: { leaveOut: { on: '2026-09-01', reason: '' } } }),
    way: ana,
  },
  {
    title: 'Ana works where nobody may know that I am looking.',
    world: founding({}, worked, {
      ana: { company: ACME },
      me: { employers: [{ company: ACME, name: 'Acme', title: '', from: '', to: '', still: 'hidden', imports: [] }] },
    }),
    way: ana,
  },
  { title: 'Asked; Ana has not answered yet.', world: founding({}, worked, { asks: [askOf()] }), way: ana },
  {
    title: 'Ana said no.',
    world: founding({}, worked, { asks: [askOf({ state: 'declined', declineReason: 'not-well' })] }),
    way: ana,
  },
  {
    title: 'Ana did not answer, after a nudge.',
    world: founding({}, worked, { asks: [askOf({ state: 'silent', nudgedOn: '2026-11-05' })] }),
    way: ana,
  },
  { title: 'Ana handed it over.', world: founding({}, worked, { asks: [askOf({ state: 'handed-over' })] }), way: ana },
  { title: 'Closed as done.', world: founding({ closed: { on: '2026-11-20', how: 'done' } }), way: ana },
  { title: 'Closed: I walked away.', world: founding({ closed: { on: '2026-11-20', how: 'walked-away' } }), way: ana },
  {
    title: 'Closed: Ana thinks that it would not help.',
    world: founding({ closed: { on: '2026-11-20', how: 'friend-said-no-use' } }),
    way: ana,
  },
];
