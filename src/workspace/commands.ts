import { kindOf, type PersonId } from '#model/ids.ts';
import { fail, ok } from '#model/result.ts';
import {
  declineAsk,
  editPacket,
  moveAsk,
  nudgeAsk,
  prepareAsk,
  thankAsk,
  tickChecklist,
} from '#workspace/changes/ask.ts';
import { companyNamed, editCompany, sizeCompany } from '#workspace/changes/company.ts';
import { dropCv, keepCv, tooLarge } from '#workspace/changes/cv.ts';
import { mergeCompanies } from '#workspace/changes/merge-companies.ts';
import { mergePeople, settleDoubles } from '#workspace/changes/merge-people.ts';
import { addPerson, editPeople, editPerson, label, splitPerson } from '#workspace/changes/person.ts';
import { askFriends, takeAnswer } from '#workspace/changes/question.ts';
import { removePerson } from '#workspace/changes/remove-person.ts';
import {
  addTarget,
  editChecks,
  editTarget,
  firstDoor,
  removeTarget,
  reopen,
  walkAway,
} from '#workspace/changes/target.ts';
import { addStatement, removeStatement } from '#workspace/changes/tie.ts';
import { applyAloud, type Context } from './context.ts';
import { intakeCommands } from './intake-commands.ts';
import { shelfCommands } from './shelf-commands.ts';
import type { Commands } from './types.ts';

/** How long a deletion can be taken back: then the steps of undo forget who was deleted. */
const UNDO_MS = 30_000;

/** Every use case, bound to this tab: a pure change is computed on what is on screen and applied. */
export function createCommands(context: Context): Commands {
  const { documents, today } = context;
  const now = documents.workspace;
  const { apply } = documents;
  const aloud = (change: Parameters<typeof apply>[0]): void => applyAloud(context, change);
  return {
    ...intakeCommands(context),
    ...shelfCommands(context),
    ...context.lock,
    ...sessionCommands(context),

    firstDoor: (input) => {
      const { id, change } = firstDoor(now(), input, today());
      apply(change);
      return id;
    },
    addTarget: (input) => {
      const { id, change } = addTarget(now(), input, today());
      apply(change);
      return id;
    },
    editTarget: (id, edit) => apply(editTarget(now(), id, edit)),
    editChecks: (id, friend, edit) => apply(editChecks(now(), id, friend, edit)),
    removeTarget: (id) => aloud(removeTarget(now(), id)),
    walkAway: (id) => apply(walkAway(now(), id, today())),
    reopen: (id) => apply(reopen(now(), id)),

    addPerson: (own, company) => {
      const { id, change } = addPerson(now(), own, company, today());
      apply(change);
      return id;
    },
    editPerson: (id, own) => apply(editPerson(now(), id, own, today())),
    editPeople: (ids, edit) => aloud(editPeople(now(), ids, edit, today())),
    label: (ids, closeness) => {
      const change = label(now(), ids, closeness, today());
      if (ids.length > 1) aloud(change);
      else apply(change);
    },
    mergePeople: (keep, away) => aloud(mergePeople(now(), keep, away)),
    settleDoubles: (answers) => {
      const change = settleDoubles(now(), answers);
      if (answers.length > 1) aloud(change);
      else apply(change);
    },
    splitPerson: (id, sightings) => {
      const { id: newcomer, change } = splitPerson(now(), id, sightings);
      aloud(change);
      return newcomer;
    },
    removePerson: (id) => {
      void context.places.forget(now().id, id);
      const change = removePerson(now(), id);
      aloud(change);
      const people = new Set(change.remove.filter((gone) => kindOf(gone) === 'person'));
      setTimeout(() => {
        const here = documents.ledger()?.shown.people;
        if (here && ![...people].some((one) => here.has(one as PersonId))) documents.forget(people);
      }, UNDO_MS);
    },
    askFriends: (question) => {
      const { ids, change } = askFriends(now(), question, today());
      apply(change);
      return ids;
    },
    takeAnswer: (id, answer) => aloud(takeAnswer(now(), id, answer)),
    removeQuestions: (ids) => aloud({ what: 'Deletion of a question', put: [], remove: ids }),
    addStatement: (a, b, statement) => apply(addStatement(now(), a, b, statement)),
    removeStatement: (a, b, index) => apply(removeStatement(now(), a, b, index)),

    companyNamed: (name) => {
      const { id, change } = companyNamed(now(), name);
      apply(change);
      return id;
    },
    sizeCompany: (id, size, unit) => apply(sizeCompany(now(), id, size, unit)),
    editCompany: (id, edit) => apply(editCompany(now(), id, edit)),
    mergeCompanies: (keep, away) => aloud(mergeCompanies(now(), keep, away)),

    prepareAsk: (input) => {
      const prepared = prepareAsk(now(), input, today());
      if (!prepared.ok) return prepared;
      apply(prepared.value.change);
      return ok(prepared.value.id);
    },
    editPacket: (id, edit) => apply(editPacket(now(), id, edit)),
    tickChecklist: (id, item, ticked) => apply(tickChecklist(now(), id, item, ticked)),
    moveAsk: (id, state, on, note = '') => apply(moveAsk(now(), id, state, on, note)),
    declineAsk: (id, reason, on) => apply(declineAsk(now(), id, reason, on)),
    nudgeAsk: (id, on) => apply(nudgeAsk(now(), id, on)),
    thankAsk: (id, on) => apply(thankAsk(now(), id, on)),
    keepCv: async (id, file) => {
      const large = tooLarge(file);
      if (large) return fail(large);
      const bytes = await file.arrayBuffer().catch(() => null);
      if (!bytes) return fail('The browser could not read this file. Was it moved or changed?');
      const kept = keepCv(now(), id, { name: file.name, bytes: new Uint8Array(bytes) }, today());
      if (!kept.ok) return kept;
      apply(kept.value);
      return ok(file.name);
    },
    dropCv: (id) => apply(dropCv(now(), id)),

    together: documents.together,
    keepPeopleView: (people, what) => apply({ what, put: [{ ...now().me, people }], remove: [] }),
    editMe: (edit) => apply({ what: 'About you', put: [{ ...now().me, ...edit }], remove: [] }),
  };
}

type SessionCommands = Pick<Commands, 'undo' | 'redo' | 'dismissToast' | 'chooseWay' | 'setFilter' | 'select'>;

function sessionCommands({ documents, session }: Context): SessionCommands {
  const say = async (verb: string, what: ReturnType<typeof documents.undo>): Promise<void> => {
    const done = typeof what === 'string' || what === null ? what : await what;
    if (done) session.setState({ toast: { text: `${verb}: ${done}`, undo: false } });
  };
  return {
    undo: () => void say('Undone', documents.undo()),
    redo: () => void say('Done again', documents.redo()),
    dismissToast: () => session.setState({ toast: null }),
    chooseWay: (way) => session.setState({ way }),
    setFilter: (filter) => session.setState((state) => ({ filter: { ...state.filter, ...filter } })),
    select: (selected) => session.setState({ selected }),
  };
}
