import type { Ask } from '#model/ask.ts';
import type { CompanyId, PersonId } from '#model/ids.ts';
import { type OwnWords, type Person, personByHand } from '#model/person.ts';
import { checksFor, type FriendChecks, type Target, targetSchema } from '#model/target.ts';
import type { Standing } from '#model/tie.ts';
import { emptyWorkspace, type Workspace } from '#model/workspace.ts';
import type { WayIn } from '#paths/types.ts';

/** A small made-up world: Júlia looks for a role at Acme, Ana knows Marta Silva there. */
export const TODAY = '2026-11-23';
export const ANA: PersonId = 'person:ana';
export const BRUNO: PersonId = 'person:bruno';
export const TEO: PersonId = 'person:teo';
export const MARTA: PersonId = 'person:marta';
export const ACME: CompanyId = 'company:acme';
const BETA: CompanyId = 'company:beta';

const NAMES = {
  me: 'Júlia Prado',
  ana: 'Ana Sousa',
  bruno: 'Bruno Katz',
  teo: 'Teo Lind',
  marta: 'Marta Silva',
  acme: 'Acme',
};

export interface World {
  readonly target?: Partial<Target>;
  readonly checks?: Partial<FriendChecks>;
  readonly names?: Readonly<Partial<Record<keyof typeof NAMES, string>>>;
  readonly ana?: Partial<OwnWords>;
  readonly asks?: readonly Ask[];
  readonly me?: Partial<Workspace['me']>;
}

export function worldOf(world: World = {}): { workspace: Workspace; target: Target } {
  const names = { ...NAMES, ...world.names };
  const company = (id: CompanyId, name: string) => ({
    id,
    name,
    names: [name],
    imports: [],
    size: null,
    tags: [],
    note: '',
  });
  const people: Person[] = [
    personByHand(ANA, { company: BETA, ...world.ana, name: names.ana }),
    personByHand(BRUNO, { name: names.bruno }),
    personByHand(TEO, { name: names.teo }),
    personByHand(MARTA, { name: names.marta, company: ACME }),
  ];
  const base: Target = targetSchema.parse({
    id: 'target:head-of-product',
    created: '2026-10-20',
    title: 'Head of Product',
    company: ACME,
    manager: MARTA,
  });
  const edited: Target = { ...base, ...world.target };
  const target = world.checks ? { ...edited, checks: [{ ...checksFor(edited, ANA), ...world.checks }] } : edited;
  const empty = emptyWorkspace('w', 'Test');
  return {
    target,
    workspace: {
      ...empty,
      me: {
        ...empty.me,
        name: names.me,
        phone: '+49 30 1234567',
        email: 'julia@example.org',
        city: 'Berlin',
        ...world.me,
      },
      people: new Map(people.map((person) => [person.id, person])),
      companies: new Map([
        [ACME, company(ACME, names.acme)],
        [BETA, company(BETA, 'Beta Bank')],
      ]),
      targets: new Map([[target.id, target]]),
      asks: new Map((world.asks ?? []).map((ask) => [ask.id, ask])),
    },
  };
}

/** A way in through these people; all steps but the weaker one are confirmed. */
export function wayOf(
  people: readonly PersonId[],
  standing: Standing = 'confirmed',
  weaker = people.length - 1,
): WayIn {
  const steps = people.map((to, at) => ({
    from: at === 0 ? ('me' as const) : (people[at - 1] ?? 'me'),
    to,
    standing: at === weaker ? standing : ('confirmed' as const),
    p: 0.6,
    band: at === 0 ? ('warm' as const) : null,
    percent: at === 0 ? 54 : null,
    kind: at === 0 ? null : ('know' as const),
  }));
  return { id: people.join('>'), people, standing, steps, weaker, cost: 1000 };
}

export function askOf(edit: Partial<Ask> = {}): Ask {
  return {
    id: 'ask:1',
    target: 'target:head-of-product',
    friend: ANA,
    way: [MARTA],
    kind: 'hand-over',
    state: 'asked',
    history: [
      { state: 'prepared', on: '2026-11-02', note: '' },
      { state: 'asked', on: '2026-11-03', note: '' },
    ],
    nudgedOn: null,
    declineReason: '',
    thankedOn: null,
    sheOffered: false,
    packet: {
      note: '',
      letter: { greeting: '', need: '', did: '', lack: '', why: '', next: '', closing: '', pairs: [], paper: 'A4' },
      line: '',
      script: '',
      tone: 'warm',
    },
    checklist: [],
    ...edit,
  };
}

/** The founding case (PLAYBOOK, first page): HR said no, the role is still posted, a friend knows the manager. */
export const FOUNDING: Partial<Target> = {
  stage: 'hr-no',
  posted: 'yes',
  putForward: 'myself',
  employer: 'company',
  contactBan: 'no',
  applicationOnRecord: 'yes',
  appliedOn: '2026-09-28',
  hrNoOn: '2026-10-21',
  hrNoReason: 'experience with payment licences',
  managerPart: 'set-requirement',
  struggles: 'one product plan that sales, risk and engineering all follow',
  whyTeam: 'Your team publishes what it decides against, and I have wanted to work that way for years.',
  requisition: 'R-2041',
};
