import type { SceneInput } from '#graph/scene.ts';
import type { Company } from '#model/company.ts';
import type { CompanyId, PersonId } from '#model/ids.ts';
import { personByHand } from '#model/person.ts';
import { targetSchema } from '#model/target.ts';
import { emptyWorkspace } from '#model/workspace.ts';
import { NO_MESSAGES } from '#ties/messages.ts';
import type { MyTie } from '#ties/types.ts';

/** `people` contacts over `companies` companies, a third confirmed; person 0 knows person 1 of each company. */
export function network(people: number, companies: number): SceneInput {
  const workspace = emptyWorkspace('workspace:x', 'x');
  const company = (n: number): CompanyId => `company:${n}`;
  const person = (n: number): PersonId => `person:${String(n).padStart(6, '0')}`;
  const all = Array.from({ length: people }, (_, n) =>
    personByHand(person(n), { name: `Person ${n}`, company: n % 7 === 6 ? null : company(n % companies) }),
  );
  const records: Company[] = Array.from({ length: companies }, (_, n) => ({
    id: company(n),
    name: `Company ${n}`,
    names: [],
    imports: [],
    size: null,
    tags: [],
    note: '',
  }));
  const target = targetSchema.parse({
    id: 'target:1',
    created: '2026-11-01',
    title: 'Lead',
    company: company(0),
    manager: person(0),
  });
  const mine = new Map<PersonId, MyTie>(
    all.slice(1).map(({ id }, n): [PersonId, MyTie] => [
      id,
      {
        person: id,
        standing: n % 3 === 0 ? 'confirmed' : 'listed',
        p: 0.5,
        band: n % 3 === 0 ? 'hot' : 'none',
        percent: null,
        order: 0.5,
        label: null,
        facts: NO_MESSAGES,
      },
    ]),
  );
  return {
    workspace: {
      ...workspace,
      people: new Map(all.map((one) => [one.id, one])),
      companies: new Map(records.map((one) => [one.id, one])),
      targets: new Map([[target.id, target]]),
    },
    mine,
    between: [{ a: person(1), b: person(0), standing: 'confirmed' }],
    opens: new Map([[person(1), 1]]),
  };
}
