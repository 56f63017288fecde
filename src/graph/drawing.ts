import type { CompanyId, PersonId, TargetId } from '#model/ids.ts';
import type { Band } from '#ties/types.ts';

export const SHAPES = ['me', 'person', 'manager', 'hr', 'company', 'target'] as const;
export type Shape = (typeof SHAPES)[number];

export const BANDS: readonly Band[] = ['hot', 'warm', 'lukewarm', 'little', 'none', 'word'];

export const COLOURINGS = ['company', 'community', 'band', 'ring'] as const;
export type Colouring = (typeof COLOURINGS)[number];

/** Eight hues at most; this one is the grey for the rest. */
export const GREY = 8;

export type NodeKey = PersonId | CompanyId | TargetId | 'me:me';

export const CROWDS = ['strongest', 'company', 'target', 'all'] as const;
export type Crowd = (typeof CROWDS)[number];

/** What to draw of the network. */
export interface MapView {
  readonly colouring: Colouring;
  /** Companies drawn as one glyph with a count; the others have their members around them. */
  readonly closed: 'none' | 'all' | readonly CompanyId[];
  readonly opened: readonly CompanyId[];
  /** Whether lists of mine that say nothing but "connected" are drawn as lines to me. */
  readonly myList: boolean;
  readonly focus: { readonly key: NodeKey; readonly depth: 1 | 2 | 3 } | null;
  /** Which neighbours of a focus are drawn when there are more than 50. */
  readonly crowd: Crowd;
  /** Company clusters at any size: at once, where the calculated layout was called off. */
  readonly simple: boolean;
}

export const WHOLE: MapView = {
  colouring: 'company',
  closed: 'none',
  opened: [],
  myList: false,
  focus: null,
  crowd: 'strongest',
  simple: false,
};

/** A group that the legend names; `key` is a company, a community number, a band or a ring. */
export interface LegendGroup {
  readonly hue: number;
  readonly name: string;
  readonly count: number;
}

/**
 * A drawable graph as columns, one entry a node or an edge: 30,000 nodes cross the worker boundary as a
 * handful of buffers. Positions are in arbitrary units, y upwards; node 0 is always me.
 */
export interface Drawing {
  readonly keys: readonly NodeKey[];
  /** Index into SHAPES. */
  readonly shape: Uint8Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Radius on screen in pixels at the first zoom. */
  readonly size: Float32Array;
  /** 0 to 7, or GREY. */
  readonly hue: Uint8Array;
  /** Steps from me: 0 me, 1 my contacts, 2 known through a friend's list, 3 no tie at all. */
  readonly ring: Uint8Array;
  /** Index into BANDS. */
  readonly band: Uint8Array;
  /** 0 confirmed, 1 listed, 2 inferred, 3 none: my own tie to this person. */
  readonly standing: Uint8Array;
  /** Targets this person opens. */
  readonly opens: Uint16Array;
  /** Members a closed company stands for; 0 for everything else. */
  readonly members: Uint32Array;
  /** Node index of the company a person belongs to on this drawing, -1 for none. */
  readonly home: Int32Array;
  readonly edgeA: Uint32Array;
  readonly edgeB: Uint32Array;
  /** 0 confirmed, 1 listed, 2 inferred. */
  readonly edgeStanding: Uint8Array;
  readonly groups: readonly LegendGroup[];
  readonly layout: 'rings' | 'force' | 'clusters' | 'focus';
  /** Neighbours of the focus that are not drawn, because there are more than 50. */
  readonly left: number;
}

/** Nodes and edges before they have places and hues. */
export interface Scene {
  readonly keys: NodeKey[];
  readonly shape: Shape[];
  readonly ring: number[];
  readonly band: number[];
  readonly standing: number[];
  readonly opens: number[];
  readonly members: number[];
  readonly home: number[];
  readonly edges: { readonly a: number; readonly b: number; readonly standing: number }[];
}

export interface Place {
  readonly x: Float32Array;
  readonly y: Float32Array;
}
