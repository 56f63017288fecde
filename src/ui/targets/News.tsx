import './attention.css';
import type { ImportId } from '#model/ids.ts';
import { latest, useAnswer, useApp, useWorkspace } from '#ui/shared/app.tsx';
import { href } from '#ui/shared/route.ts';
import { ShowMore } from '#ui/shared/ShowMore.tsx';
import { dayWords } from '#ui/shared/words.ts';

/** Contacts who moved to a target's company. `before`: only what imports beside these told. */
export function News({ before }: { before?: ReadonlyMap<ImportId, unknown> }) {
  const { queries } = useApp();
  const workspace = useWorkspace();
  const all = latest(useAnswer((signal) => queries.news(signal), 'news')) ?? [];
  const news = before ? all.filter(({ imports }) => !imports.some((id) => before.has(id))) : all;
  if (news.length === 0) return null;
  return (
    <section className="news" aria-labelledby="news-title">
      <h2 id="news-title">News: somebody of yours is there now</h2>
      <ShowMore items={news} step={6} one="move">
        {(shown) => (
          <ul className="news-list">
            {shown.map(({ person, target, text, on }) => (
              <li key={`${person} ${target}`}>
                <a href={href({ to: 'people', person })}>{text}</a>
                <span className="faint">
                  Seen on {dayWords(on)}. Your target there:{' '}
                  <a href={href({ to: 'target', id: target })}>{workspace.targets.get(target)?.title || 'a role'}</a>
                </span>
              </li>
            ))}
          </ul>
        )}
      </ShowMore>
    </section>
  );
}
