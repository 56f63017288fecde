// biome-ignore-all lint/a11y/useFocusableInteractive: the grid is the one tab stop and names the active row
import { memo } from 'react';
import { BAND_WORDS, STANDING_WORDS } from '#ui/shared/words.ts';
import { lastContact, type Row } from './rows.ts';

interface Props {
  readonly id: string;
  readonly row: Row;
  readonly index: number;
  readonly top: number;
  readonly height: number;
  readonly active: boolean;
  readonly open: boolean;
  readonly selected: boolean;
  readonly onOpen: () => void;
  /** `run`: from the row chosen last to this one. */
  readonly onSelect: (run: boolean) => void;
}

const SHORT_DAY = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});

/** One person in the table; on a phone two lines. Keys are the grid's. */
export const PeopleRow = memo(function PeopleRow({ row, ...at }: Props) {
  const { person, name, company, position, tie, roles } = row;
  const last = lastContact(tie);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the grid
    <div
      id={at.id}
      role="row"
      aria-rowindex={at.index + 2}
      aria-selected={at.selected}
      className="people-row"
      data-active={at.active || undefined}
      data-open={at.open || undefined}
      style={{ height: at.height, transform: `translateY(${at.top}px)` }}
      onClick={at.onOpen}
    >
      <Cell area="tick">
        <button
          type="button"
          tabIndex={-1}
          className="people-tick"
          data-on={at.selected || undefined}
          aria-label={`${at.selected ? 'Unselect' : 'Select'} ${name}`}
          onClick={(event) => {
            event.stopPropagation();
            at.onSelect(event.shiftKey);
          }}
        />
      </Cell>
      <Cell area="name">
        <strong>{name}</strong>
        {person.own.doNotContact ? <span className="people-flag"> do not contact</span> : null}
      </Cell>
      <Cell area="company">{company}</Cell>
      <Cell area="position">{position}</Cell>
      <Cell area="closeness">{person.own.closeness ?? ''}</Cell>
      <Cell area="tie">
        {tie ? (
          <>
            <span className="people-line" data-standing={tie.standing ?? 'none'} aria-hidden="true" />
            {tie.standing ? STANDING_WORDS[tie.standing] : 'no tie of yours'}
          </>
        ) : (
          ''
        )}
      </Cell>
      <Cell area="chance">{tie?.standing ? chanceWords(tie) : ''}</Cell>
      <Cell area="last">{last ? SHORT_DAY.format(last * 1000) : ''}</Cell>
      <Cell area="roles">{roles.join(', ')}</Cell>
    </div>
  );
});

function Cell({ area, children }: { area: string; children: React.ReactNode }) {
  return (
    <span role="gridcell" className="people-cell" data-area={area}>
      {children}
    </span>
  );
}

function chanceWords(tie: NonNullable<Row['tie']>): string {
  return tie.percent === null ? BAND_WORDS[tie.band] : `${tie.percent} %, ${BAND_WORDS[tie.band]}`;
}
