import { type ReactNode, useId } from 'react';

/** One numbered piece of the packet. */
export function Part({
  number,
  title,
  about,
  actions,
  children,
}: {
  number: number;
  title: string;
  about: string;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section className="handoff-part" aria-labelledby={id}>
      <div className="handoff-part-head">
        <span className="handoff-number" aria-hidden="true">
          {number}
        </span>
        <div>
          <h2 id={id}>{title}</h2>
          <p className="faint">{about}</p>
        </div>
        {actions ? <div className="row handoff-actions">{actions}</div> : null}
      </div>
      {children}
    </section>
  );
}
