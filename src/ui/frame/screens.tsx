import { lazy } from 'react';
import type { Route } from '#ui/shared/route.ts';

/** Each screen is loaded when it is first opened, so that the first load stays small. */
const Start = lazy(async () => ({ default: (await import('#ui/start/Start.tsx')).Start }));
const Import = lazy(async () => ({ default: (await import('#ui/intake/Import.tsx')).Import }));
const SamePersonScreen = lazy(async () => ({
  default: (await import('#ui/intake/SamePersonScreen.tsx')).SamePersonScreen,
}));
const People = lazy(async () => ({ default: (await import('#ui/people/People.tsx')).People }));
const WhoKnowsWhom = lazy(async () => ({ default: (await import('#ui/interview/WhoKnowsWhom.tsx')).WhoKnowsWhom }));
const AmongSelected = lazy(async () => ({ default: (await import('#ui/interview/AmongSelected.tsx')).AmongSelected }));
const LabelPeople = lazy(async () => ({ default: (await import('#ui/interview/LabelPeople.tsx')).LabelPeople }));
const DormantTies = lazy(async () => ({ default: (await import('#ui/people/DormantTies.tsx')).DormantTies }));
const Settings = lazy(async () => ({ default: (await import('#ui/settings/Settings.tsx')).Settings }));
const Targets = lazy(async () => ({ default: (await import('#ui/targets/Targets.tsx')).Targets }));
const AskBoard = lazy(async () => ({ default: (await import('#ui/targets/AskBoard.tsx')).AskBoard }));
const NewTarget = lazy(async () => ({ default: (await import('#ui/targets/NewTarget.tsx')).NewTarget }));
const EditTarget = lazy(async () => ({ default: (await import('#ui/targets/EditTarget.tsx')).EditTarget }));
const TargetPage = lazy(async () => ({ default: (await import('#ui/target/TargetPage.tsx')).TargetPage }));
const HandOff = lazy(async () => ({ default: (await import('#ui/handoff/HandOff.tsx')).HandOff }));
const AskFriend = lazy(async () => ({ default: (await import('#ui/ask/AskFriend.tsx')).AskFriend }));
const FromFriend = lazy(async () => ({ default: (await import('#ui/ask/FromFriend.tsx')).FromFriend }));
const MapScreen = lazy(async () => ({ default: (await import('#ui/map/MapScreen.tsx')).MapScreen }));

/** The screen of an address. `empty`: nothing in the workspace yet, so home is Start. */
export function ScreenOf({ route, empty }: { route: Route; empty: boolean }) {
  switch (route.to) {
    case 'start':
      return <Start />;
    case 'import':
      return <Import />;
    case 'same-person':
      return <SamePersonScreen />;
    case 'people':
      return <People />;
    case 'who-knows-whom':
      return route.selected ? <AmongSelected /> : <WhoKnowsWhom />;
    case 'dormant':
      return <DormantTies />;
    case 'label':
      return <LabelPeople />;
    case 'new-target':
      return <NewTarget company={route.company} />;
    case 'edit-target':
      return <EditTarget id={route.id} />;
    case 'target':
      return <TargetPage id={route.id} />;
    case 'hand-off':
      return <HandOff id={route.id} ask={route.ask} />;
    case 'settings':
      return <Settings />;
    case 'ask-friend':
      return <AskFriend person={route.person} about={route.about} />;
    case 'from-friend':
      return <FromFriend />;
    case 'map':
      return <MapScreen />;
    case 'targets':
      return <Targets />;
    case 'asks':
      return <AskBoard />;
    case 'home':
      return empty ? <Start /> : <Targets />;
  }
}
