import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { href, type Route } from './route.ts';

type Look = 'primary' | 'plain' | 'quiet' | 'danger';

interface Props extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  readonly look?: Look;
  readonly size?: 'small' | 'normal';
}

/** One primary button a screen: the next step. */
export function Button({ look = 'plain', size = 'normal', type = 'button', ...rest }: Props) {
  return <button {...rest} type={type} className="button" data-look={look} data-size={size} />;
}

/** A link that looks like a button because it goes somewhere. */
export function ButtonLink({
  to,
  look = 'plain',
  size = 'normal',
  children,
}: {
  to: Route;
  look?: Look;
  size?: 'small' | 'normal';
  children: ReactNode;
}) {
  return (
    <a href={href(to)} className="button" data-look={look} data-size={size}>
      {children}
    </a>
  );
}
