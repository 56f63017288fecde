import { type ReactNode, useState } from 'react';
import { Button } from './Button.tsx';
import { count } from './words.ts';

/** The first few of a long list, and the next ones on demand. `children` gets what is shown now. */
export function ShowMore<T>({
  items,
  step = 20,
  one,
  many,
  children,
}: {
  items: readonly T[];
  step?: number;
  one: string;
  many?: string;
  children: (shown: readonly T[]) => ReactNode;
}) {
  const [limit, setLimit] = useState(step);
  const left = items.length - limit;
  return (
    <>
      {children(items.slice(0, limit))}
      {left > 0 ? (
        <div>
          <Button size="small" onClick={() => setLimit(limit + step * 5)}>
            Show more ({count(left, one, many)} left)
          </Button>
        </div>
      ) : null}
    </>
  );
}
