import './people.css';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { PersonId } from '#model/ids.ts';
import { AnswerFailed } from '#ui/shared/AnswerFailed.tsx';
import { latest, useAnswer, useApp, useSession, useWorkspace } from '#ui/shared/app.tsx';
import { Button, ButtonLink } from '#ui/shared/Button.tsx';
import { go, useRoute } from '#ui/shared/route.ts';
import { count } from '#ui/shared/words.ts';
import { AddPerson } from './AddPerson.tsx';
import { PeopleFilters } from './PeopleFilters.tsx';
import { PeopleTable } from './PeopleTable.tsx';
import { PersonCard } from './PersonCard.tsx';
import { filterRows, NO_FILTER, type PeopleFilter, type Row, rowsOf, type Sort, sortRows } from './rows.ts';
import { SelectionBar } from './SelectionBar.tsx';

/** Everybody, filtered while you type, with one person's card beside the table. */
export function People() {
  const { commands, queries } = useApp();
  const workspace = useWorkspace();
  const route = useRoute();
  const selected = useSession((state) => state.selected);
  const answer = useAnswer((signal) => queries.people(signal), 'people');
  const columns = latest(answer);
  const [filter, setFilter] = useState<PeopleFilter>(NO_FILTER);
  const [sort, setSort] = useState<Sort>({ key: 'warmth', down: true });
  const company = route.to === 'people' ? (route.company ?? null) : null;
  const open = route.to === 'people' ? (route.person ?? null) : null;
  useEffect(() => {
    if (company) setFilter((now) => ({ ...now, company }));
  }, [company]);

  const main = useRef<HTMLDivElement>(null);
  const wasOpen = useRef(open);
  useEffect(() => {
    if (wasOpen.current && !open)
      main.current?.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
    wasOpen.current = open;
  }, [open]);

  const rows = useMemo(() => rowsOf(workspace, columns), [workspace, columns]);
  const sorted = useSteadyOrder(rows, sort, columns !== null);
  const asked = useDeferredValue(filter);
  const shown = useMemo(() => filterRows(sorted, asked), [sorted, asked]);
  const show = (id: PersonId) => go({ to: 'people', person: id });

  return (
    <div className="people" data-open={open !== null || undefined}>
      <div className="people-main" ref={main}>
        <header className="people-head">
          <h1>People</h1>
          <div className="row">
            <AddPerson onAdded={show} />
            <ButtonLink to={{ to: 'label' }}>Label your people</ButtonLink>
            <ButtonLink to={{ to: 'dormant' }}>Dormant ties</ButtonLink>
            <ButtonLink to={{ to: 'same-person' }}>Same person?</ButtonLink>
          </div>
        </header>
        <AnswerFailed answer={answer} />
        <PeopleFilters rows={rows} filter={filter} onFilter={setFilter} />
        {selected.length > 0 ? (
          <SelectionBar selected={selected} onClear={() => commands.select([])} />
        ) : (
          <p className="people-count faint" role="status">
            {count(shown.length, 'person', 'people')}
            {shown.length === rows.length ? '' : ` of ${count(rows.length, 'person', 'people')}`}
          </p>
        )}
        {rows.length === 0 ? (
          <Nobody />
        ) : shown.length === 0 ? (
          <div className="people-nobody">
            <h2>Nobody fits these filters</h2>
            <Button onClick={() => setFilter(NO_FILTER)}>Show everybody</Button>
          </div>
        ) : (
          <PeopleTable rows={shown} sort={sort} onSort={setSort} open={open} onOpen={show} />
        )}
      </div>
      {open ? <PersonCard key={open} id={open} onClose={() => go({ to: 'people' })} /> : null}
    </div>
  );
}

/** Rows stay where they are while closeness is said of many: they are sorted anew when asked, or when people come and go. */
function useSteadyOrder(rows: readonly Row[], sort: Sort, known: boolean): readonly Row[] {
  // Before the ties are known, nobody is warmer than anybody else.
  const isSorted = known || sort.key !== 'warmth';
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed row keeps its place
  const order = useMemo(
    () => ({ of: rows, sorted: isSorted ? sortRows(rows, sort) : rows }),
    [rows.length, sort, known],
  );
  return useMemo(() => {
    if (order.of === rows) return order.sorted;
    const byId = new Map(rows.map((row) => [row.person.id, row]));
    return order.sorted.flatMap(({ person }) => byId.get(person.id) ?? []);
  }, [rows, order]);
}

function Nobody() {
  return (
    <div className="people-nobody">
      <h2>Nobody here yet</h2>
      <p className="soft">Bring your contacts, or add one person by hand.</p>
      <ButtonLink to={{ to: 'import' }} look="primary">
        Import contacts
      </ButtonLink>
    </div>
  );
}
