/** Shapes that the modules hand to one another. */

/** How an interval looks; many intervals share one. */
interface Look {
  state: string;
  standing: string;
  parties: string[];
  words: string;
  change?: string;
}

type Theme = "light" | "dark";
type PaletteName = "default" | "conventional";

interface Party {
  name: string;
  phrase: string;
  kind: string;
  light: [string, string];
  dark: [string, string];
  conventional?: { light: [string, string]; dark: [string, string] };
  letter: string;
}

interface PartyColour {
  fill: string;
  outline: string;
  letter: string;
}

/** Colours of the interface in one theme, and those of the parties. */
interface Colours {
  land: string;
  land_neighbour: string;
  water: string;
  river: string;
  border: string;
  border_neighbour: string;
  admin: string;
  country: string;
  label: string;
  ink: string;
  ink_second: string;
  ink_third: string;
  rule: string;
  panel: string;
  bars: string;
  axis: string;
  unknown: string;
  halo: string;
  accent: string;
  party(id: string): PartyColour;
}

/** What packing.py writes. */
interface Packed {
  first_day: string;
  last_day: string;
  known_by: string;
  stale_after_days: number;
  articles: number;
  claims: number;
  parties: Record<string, Party>;
  kinds: string[];
  areas: [string, string][];
  looks: Look[];
  columns: [string, string, number][];
  block: string;
  ids: string;
  names: string;
  native: string;
}

/** What packing.py's `pack_versions` writes. */
interface PackedVersions {
  days: string[];
  looks: Look[];
  columns: Packed["columns"];
  block: string;
}

interface Columns {
  lon: Float32Array;
  lat: Float32Array;
  importance: Uint8Array;
  count: Uint16Array;
  kind: Uint8Array;
  area: Uint16Array;
  shown: Uint16Array;
  start: Uint16Array;
  span: Uint16Array;
  last: Uint16Array;
  look: Uint8Array | Uint16Array;
  open: Uint8Array;
  report_day: Uint16Array;
  report_count: Uint16Array;
}

/** A change that a report states: possible from `earliest`, certain from `latest`, shown from `day`. */
interface Change {
  day: number;
  earliest: number;
  latest: number;
  place: number;
  interval: number;
  look: Look;
}

/** World square (0 to 1) to px of a canvas: x * scale - left. */
interface Frame {
  scale: number;
  left: number;
  top: number;
}

interface Spot {
  x: number;
  y: number;
}

/** Left, top, right, bottom. */
type Box = [number, number, number, number];

interface Line {
  points: Float64Array;
  box: number[];
}

interface CountryDetail {
  scale: number;
  rings: string;
  lines: string;
  names: [string, number, number][];
  /** Name, latitude, longitude, thousand people. */
  cities: [string, number, number, number][];
}

interface World {
  scale: number;
  water_scale: number;
  lakes: string;
  rivers: string;
  seas: [string, number, number, number, number][];
  countries: { code: string; name: string; box: number[]; boxes: number[][]; rings: string }[];
}

interface Country {
  code: string;
  name: string;
  focus: boolean;
  boxes: number[][];
  coarse: Line[];
  fine: Line[] | null;
  lines: Line[];
  names: { name: string; x: number; y: number }[];
  cities: { name: string; x: number; y: number; people: number }[];
  asked?: boolean;
}

interface Ground {
  countries: Country[];
  lakes: Line[];
  rivers: Line[];
  seas: { name: string; box: number[] }[];
}

interface Basemap {
  world: World;
  details: Record<string, CountryDetail>;
  areas?: Record<string, import("./areas_division.js").CountryAreas>;
}

type View3 = [number, number, number];

interface Options {
  data?: unknown;
  dataUrl?: string;
  basemap?: Basemap;
  baseUrl?: string;
  day?: string;
  place?: string;
  view?: View3 | null;
  knownBy?: string;
  compare?: string;
  actors?: string[];
  layers?: string;
  palette?: string;
  knownBySwitch?: boolean;
  compareSwitch?: boolean;
  search?: boolean;
  helpByPage?: boolean;
  credits?: string;
  panel?: boolean;
  countries?: string[];
  tilesUrl?: string;
}

/** What the page says; see leaflet_map.py. */
interface Order {
  day?: string;
  place?: string;
  seq: number;
  view?: View3 | null;
  dataUrl?: string;
  knownBy?: string;
  compare?: string;
  actors?: string[];
  layers?: string | null;
  palette?: string;
  fly?: number;
  /** The point asked for; null for none. */
  pick?: PickPoint | null;
}

/** A question for a point: which one it is, of what name, and the point once it is known. */
interface PickPoint {
  turn: number;
  name: string;
  at: [number, number] | null;
}

interface StreamlitBridge {
  setComponentValue?(value: unknown): void;
  events?: EventTarget;
  RENDER_EVENT?: string;
}

interface Window {
  Streamlit?: StreamlitBridge;
  Whoheld?: Record<string, unknown>;
  whoheldHears?: (told: Record<string, string | number>) => void;
}
