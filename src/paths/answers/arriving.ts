import type { ImportId, PersonId } from '#model/ids.ts';
import { kindOf } from '#model/ids.ts';
import type { Import } from '#model/import.ts';
import type { Person } from '#model/person.ts';
import type { Entry, Workspace } from '#model/workspace.ts';
import { type PastAsk, replay, shiftFrom } from '#ties/self-check.ts';
import { type Facts, Gathered } from './facts.ts';

/**
 * Gathers what is derived from each person alone while the records of a workspace still arrive: the worker waits for
 * the page then, and the first answer waits for less. As they are stored, imports come first, then people in order.
 */
export class Arriving {
  readonly #context = { imports: new Map<ImportId, Import>(), shift: 0 };
  readonly #gathered = new Gathered(this.#context);
  readonly #asks: PastAsk[] = [];
  #last: PersonId | '' = '';
  #inOrder = true;

  add(entry: Entry): void {
    const kind = kindOf(entry.id);
    if (kind === 'import') {
      this.#inOrder &&= this.#last === '';
      this.#context.imports.set((entry as Import).id, entry as Import);
    }
    if (kind !== 'person') return;
    const person = entry as Person;
    this.#inOrder &&= this.#last < person.id;
    if (!this.#inOrder) return;
    this.#last = person.id;
    this.#gathered.add(person);
    for (const ask of replay(person, this.#context.imports)) this.#asks.push(ask);
  }

  /** null when the records came in another order, or are not those of this workspace. */
  facts(workspace: Workspace): Facts | null {
    const all = this.#gathered.people === workspace.people.size;
    if (!this.#inOrder || !all || this.#context.imports.size !== workspace.imports.size) return null;
    this.#context.shift = shiftFrom(this.#asks);
    return this.#gathered.facts(workspace);
  }
}
