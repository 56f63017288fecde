import { useApp, useWorkspace } from '#ui/shared/app.tsx';
import { Employers } from './Employers.tsx';
import { KeptField } from './KeptField.tsx';
import { Schools } from './Schools.tsx';
import { WordList } from './WordList.tsx';

/** What the letter, the owner of a mailbox and the confidential search need. */
export function AboutYou() {
  const { commands } = useApp();
  const { me } = useWorkspace();
  return (
    <>
      <div className="settings-two">
        <KeptField label="Name" autoComplete="name" value={me.name} onKeep={(name) => commands.editMe({ name })} />
        <KeptField
          label="Phone"
          type="tel"
          autoComplete="tel"
          value={me.phone}
          onKeep={(phone) => commands.editMe({ phone })}
        />
        <KeptField
          label="E-mail"
          type="email"
          autoComplete="email"
          value={me.email}
          onKeep={(email) => commands.editMe({ email })}
        />
        <KeptField
          label="City"
          autoComplete="address-level2"
          value={me.city}
          onKeep={(city) => commands.editMe({ city })}
        />
      </div>
      <p className="faint">These four stand on your letter.</p>
      <Employers />
      <Schools />
      <WordList
        title="Your own addresses"
        hint="They tell your messages from theirs in a mailbox or a LinkedIn archive."
        label="E-mail address"
        words={me.emails}
        onWords={(emails) => commands.editMe({ emails })}
      />
      <WordList
        title="Your own profiles"
        hint="The last part of your profile address, such as ana-costa-12."
        label="LinkedIn profile"
        words={me.profiles}
        onWords={(profiles) => commands.editMe({ profiles })}
      />
    </>
  );
}
