import './ways.css';
import type { WayShown } from '#paths/types.ts';
import { useApp, useSession, useWorkspace } from '#ui/shared/app.tsx';
import { Button } from '#ui/shared/Button.tsx';
import { companyIn, count } from '#ui/shared/words.ts';
import { CompanySizes } from './CompanySize.tsx';
import { Inside } from './Inside.tsx';
import { LeftOutNote } from './LeftOutNote.tsx';
import { NoWay } from './NoWay.tsx';
import { PastOfManager } from './PastOfManager.tsx';
import type { TargetView } from './use-target.ts';
import { WayCard } from './WayCard.tsx';
import { FilterChips, WaysFilters } from './WaysFilters.tsx';

interface Props {
  readonly view: TargetView;
  readonly hovered: string | null;
  readonly onHover: (way: string | null) => void;
}

/** Ways in by how certain they are; the people inside are questions, not ways in. */
export function WaysPanel({ view, hovered, onHover }: Props) {
  const { ways, answer, target } = view;
  const workspace = useWorkspace();
  const company = companyIn(workspace, target.company);
  if (!ways) {
    return (
      <section className="target-ways" aria-labelledby="target-ways-title">
        <h2 id="target-ways-title">Ways in</h2>
        {answer.is === 'failed' ? (
          <p className="notice" data-kind="problem" role="alert">
            The search did not finish: {answer.message} Reload the page to try again; nothing is lost.
          </p>
        ) : (
          <p className="soft" role="status">
            Looking at who can reach {company || 'them'}
          </p>
        )}
      </section>
    );
  }
  const cards = (list: readonly WayShown[]) =>
    list.map((way) => (
      <WayCard
        key={way.id}
        way={way}
        selected={way.id === view.selected?.id}
        lit={way.id === hovered}
        onHover={onHover}
        others={view.all}
      />
    ));
  const none = ways.confirmed.length + ways.listed.length === 0;
  const sizes = none ? ways.sizes.filter(({ size }) => size !== null) : ways.sizes;
  return (
    <section className="target-ways" aria-labelledby="target-ways-title" aria-busy={answer.is === 'waiting'}>
      <div className="row-apart target-ways-head">
        <h2 id="target-ways-title">Ways in</h2>
        <WaysFilters />
      </div>
      <p className="unseen" role="status">
        {answer.is === 'here'
          ? `${count(view.all.length, 'way')} in, ${count(ways.confirmed.length, 'confirmed', 'confirmed')}`
          : ''}
      </p>
      {none ? <NoWay view={view} ways={ways} /> : null}
      <FilterChips />
      <Group title="Confirmed" list={ways.confirmed} cards={cards} />
      <Group title="Listed only: ask first" list={ways.listed} cards={cards} />
      <Group title="Leads to check" list={ways.leads} cards={cards} />
      <More ways={[ways.confirmed, ways.listed]} />
      <CompanySizes sizes={sizes} folded={ways.confirmed.length > 0} />
      <LeftOutNote leftOut={ways.leftOut} />
      <Inside insiders={ways.inside} target={target} company={company} />
      <PastOfManager target={target} all={view.all} leftOut={ways.leftOut} />
    </section>
  );
}

function Group({
  title,
  list,
  cards,
}: {
  title: string;
  list: readonly WayShown[];
  cards: (list: readonly WayShown[]) => React.ReactNode;
}) {
  if (list.length === 0) return null;
  return (
    <div className="target-group">
      <h3 className="target-group-title">{title}</h3>
      <ol className="target-cards">{cards(list)}</ol>
    </div>
  );
}

/** Five a section at first; more on demand. */
function More({ ways }: { ways: readonly (readonly WayShown[])[] }) {
  const { commands } = useApp();
  const k = useSession((state) => state.filter.k);
  if (!ways.some((list) => list.length >= k)) return null;
  return (
    <div>
      <Button look="quiet" size="small" onClick={() => commands.setFilter({ k: k + 5 })}>
        Show more ways in
      </Button>
    </div>
  );
}
