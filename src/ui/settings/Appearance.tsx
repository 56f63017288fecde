import { useState } from 'react';
import { Choice } from '#ui/shared/Field.tsx';
import { chooseLook, lookNow } from '#ui/shared/look.ts';

export function Appearance() {
  const [look, setLook] = useState(lookNow);
  return (
    <Choice
      label="Colours"
      value={look}
      options={[
        { value: 'system', label: 'As the system' },
        { value: 'light', label: 'Light' },
        { value: 'dark', label: 'Dark' },
      ]}
      onChoose={(next) => {
        chooseLook(next);
        setLook(next);
      }}
    />
  );
}
