import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TargetId } from '#model/ids.ts';
import { type Shown, show } from '#tests/ui/screen.tsx';
import { HandOff } from '#ui/handoff/HandOff.tsx';
import { useRoute } from '#ui/shared/route.ts';
import { TargetPage } from '#ui/target/TargetPage.tsx';
import { Targets } from '#ui/targets/Targets.tsx';
import type { App } from '#workspace/app.ts';

const ROLE = { title: 'Head of Operations', company: 'Acme', manager: 'Marta Silva', friend: 'Ana Costa' };
let screen: Shown | null = null;
let made: TargetId = 'target:none';

/** The target that `firstDoor` made, or its hand-off once the address says so. */
function Page() {
  const route = useRoute();
  return route.to === 'hand-off' ? <HandOff id={route.id} ask={route.ask} /> : <TargetPage id={made} />;
}

// happy-dom has no fonts; the real measure of the page is walked in tests/e2e. The service is loaded once here.
beforeAll(async () => {
  await import('#worker/create-service.ts');
  Object.defineProperty(document, 'fonts', { value: { load: () => Promise.resolve([]) }, configurable: true });
});

afterEach(async () => {
  await screen?.close();
  screen = null;
  window.location.hash = '';
});

/** The target page of the first door, with HR's no. */
async function firstDoor(says: 'well' | 'met' = 'well', how: 'told' | 'think' = 'told'): Promise<Shown> {
  const open = async (app: App) => {
    made = app.commands.firstDoor({ ...ROLE, says, how });
    app.commands.editTarget(made, { stage: 'hr-no', managerPart: 'set-requirement', employer: 'company' });
  };
  screen = await show(<Page />, open);
  return screen;
}

const theTarget = (app: App) => {
  const target = [...(app.document.getState().workspace?.targets.values() ?? [])][0];
  if (!target) throw new Error('no target');
  return target;
};

describe('the target page', () => {
  test('shows the way in with its steps, and one move with its rule', async () => {
    const page = await firstDoor();
    await page.says('Ana to Marta');
    await page.says('knows well');
    await page.says(/Rule hand-deliver/);
    await page.says('Prepare the hand-off');
  });

  test('an "I think so" is a lead, and its answer makes it a way in', async () => {
    const page = await firstDoor('well', 'think');
    await page.says('No verified way in yet');
    await page.says('Leads to check');
    await page.says('If Ana says yes: Head of Operations would have a confirmed way in.');
    await page.click('Knows well');
    await page.click('told me');
    await page.says('Confirmed');
    expect(page.text()).not.toContain('No verified way in yet');
  });

  test('an answer changes the target, and the move follows', async () => {
    const page = await firstDoor();
    await page.says('Prepare the hand-off');
    page.app.commands.editTarget(theTarget(page.app).id, { contactBan: 'yes' });
    await page.says(/Rule regulated/);
    expect(page.text()).not.toContain('Prepare the hand-off');
  });

  test('preparing makes the request and opens it', async () => {
    const page = await firstDoor();
    await page.says('Prepare the hand-off');
    await page.click('Prepare the hand-off');
    const ask = [...(page.app.document.getState().workspace?.asks.values() ?? [])][0];
    expect(ask?.state).toBe('prepared');
    expect(ask?.packet.letter.greeting).toContain('Marta');
    expect(window.location.hash).toBe(`#/target/${theTarget(page.app).id.slice(7)}/hand-off/${ask?.id.slice(4)}`);
  });

  test('walking away is a good decision, and can be taken back', async () => {
    const page = await firstDoor();
    await page.says('Walk away from this one');
    await page.click('Walk away');
    await page.says('A good decision.');
    await page.click('Open it again');
    await page.says('Ways in');
  });

  test('a target that is not here says so', async () => {
    screen = await show(<TargetPage id="target:__proto__" />);
    await screen.says('This target is not here');
  });
});

describe('the hand-off', () => {
  test('is walked from prepared to done; a late answer opens it again', async () => {
    const page = await firstDoor();
    await page.says('Prepare the hand-off');
    await page.click('Prepare the hand-off');
    await page.says('Private note to Ana');
    for (const step of ['I asked Ana', 'Ana said yes', 'Ana handed it over', 'Done with this one']) {
      await page.says(step);
      await page.click(step);
    }
    await page.says('In your control');
    await page.says('Thank Ana');
    expect(theTarget(page.app).closed?.how).toBe('done');
    await page.click('They answered after all');
    await page.says('What did you hear?');
    expect(theTarget(page.app).closed).toBeNull();
    await page.click('Marta wants to talk');
    await page.says('See the move for this');
    expect(theTarget(page.app).stage).toBe('manager-yes');
  });

  test('a no is thanked for first; "would not help" closes the target', async () => {
    const page = await firstDoor();
    await page.says('Prepare the hand-off');
    await page.click('Prepare the hand-off');
    await page.click('I asked Ana');
    await page.says('Ana said no');
    await page.click('Ana said no');
    await page.says('Do not ask for one');
    await page.click('would not help');
    await page.says('I thanked Ana');
    expect(theTarget(page.app).closed?.how).toBe('friend-said-no-use');
  });

  test('says so when nothing is prepared', async () => {
    screen = await show(<HandOff id="target:none" />);
    await screen.says('Nothing is prepared yet');
  });
});

describe('the targets', () => {
  test('ask for one role when there is none', async () => {
    screen = await show(<Targets />);
    await screen.says('Which role do you want?');
  });

  test('say the one next step above the table', async () => {
    screen = await show(<Targets />, async (app) => {
      app.commands.firstDoor({ ...ROLE, says: 'well', how: 'told' });
    });
    await screen.says('Head of Operations');
    await screen.says(/Next.*Ask Ana/);
    await screen.says('Who opens the most doors');
  });

  test('name the one answer that would change most, and what it would move', async () => {
    screen = await show(<Targets />, async (app) => {
      app.commands.firstDoor({ ...ROLE, says: 'know', how: 'think' });
      const other = app.commands.addTarget({ title: 'Wished for', company: 'Beta', manager: { name: 'Noor Aziz' } });
      app.commands.editTarget(other, { wish: 5 });
    });
    await screen.says(/One answer that would change mostDoes Ana Costa know Marta Silva\?/);
    await screen.says('If yes: Head of Operations would have a confirmed way in, and go from 2nd to 1st on your list.');
  });
});
