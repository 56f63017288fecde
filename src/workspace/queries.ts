import type { Workspace } from '#model/workspace.ts';
import type { Call, Service } from '#worker/service.ts';
import type { Desk } from './desk.ts';
import type { Places } from './places.ts';
import type { Queries } from './types.ts';

/** Questions about the workspace on screen: an answer for an older state is dropped and asked again. */
export function createQueries(
  desk: Desk,
  workspace: () => Workspace | null,
  today: () => string,
  places: Places,
): Queries {
  const idNow = (): string => workspace()?.id ?? '';
  const ask = async <T>(request: (service: Service, call: Call) => Promise<T>, signal?: AbortSignal): Promise<T> => {
    for (;;) {
      const before = workspace();
      const answer = await desk.ask(request, signal && { signal });
      if (workspace() === before) return answer;
    }
  };
  return {
    ways: (target, filter, signal) => ask((service, call) => service.ways({ target, filter }, call), signal),
    portfolio: (signal) => ask((service, call) => service.portfolio({ today: today() }, call), signal),
    people: (signal) => ask((service, call) => service.people({}, call), signal),
    person: (person, signal) => ask((service, call) => service.person({ person }, call), signal),
    managers: (company, title, signal) => ask((service, call) => service.managers({ company, title }, call), signal),
    look: (files) =>
      desk.ask((service, call) => {
        const mappings = (workspace()?.me.mappings ?? []) as Parameters<Service['look']>[0]['mappings'];
        return service.look({ files, mappings }, call);
      }),
    matchNames: (files, names) =>
      desk.ask((service, call) => service.matchNames({ files, names, today: today() }, call)),
    drawing: async (view, signal, onProgress = () => {}) => {
      const before = await places.of(idNow());
      const { drawing, kept } = await ask(
        (service, call) => service.drawing({ view, kept: before }, { ...call, onProgress }),
        signal,
      );
      const id = idNow();
      if (kept && id !== '') void places.keep(id, kept);
      return drawing;
    },
    questions: (limit, signal, among) =>
      ask((service, call) => service.questions({ limit, ...(among ? { among } : {}) }, call), signal),
    ifYes: (friend, about, signal) => ask((service, call) => service.ifYes({ friend, about }, call), signal),
    tellingAnswers: (limit, signal) => ask((service, call) => service.tellingAnswers({ limit }, call), signal),
    doubles: (signal) => ask((service, call) => service.doubles({}, call), signal),
    dormant: (signal) => ask((service, call) => service.dormant({}, call), signal),
    news: (signal) => ask((service, call) => service.news({}, call), signal),
    toLabel: (limit, signal) => ask((service, call) => service.toLabel({ limit }, call), signal),
    selfCheck: (signal) => ask((service, call) => service.selfCheck({}, call), signal),
    outcomes: (signal) => ask((service, call) => service.outcomes({}, call), signal),
  };
}
