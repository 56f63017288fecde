import type { ReactNode } from 'react';

/** A whole screen with one thing to say. */
export function Calm({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <section className="calm">
      <h1>{title}</h1>
      <div className="calm-body">{children}</div>
    </section>
  );
}
