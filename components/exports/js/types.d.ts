/** What page.py writes into a saved page. */
interface Saved {
  day: string;
  place: string;
  view: [number, number, number] | null;
  credits: string;
  places: number;
  articles: number;
  claimCount: number;
  claims: Record<string, SavedClaims>;
  loose: number[];
  why: [string, string][];
  countries: Record<string, string>;
  about: string[];
  compare?: string;
  actors?: string[];
  layers?: string;
  palette?: string;
  known_by?: string;
}

/** How what is known grew, see `pack_versions`. */
interface SavedKnown {
  versions: PackedVersions;
  /** Of each version: cards for and against, and the rule, by state. */
  claims: [number[][], number[][], number[]][];
  /** ISO day from which each card is known, "" for never. */
  since: string[];
  /** Whether every day of a report is a step of its own. */
  exact: boolean;
}

/** What was known by a day. */
interface KnownClaims {
  day: number;
  isKnown: (card: number) => boolean;
  of: (place: string) => Omit<SavedClaims, "out">;
}

/** Numbers of cards, by the place's states in order. */
interface SavedClaims {
  for: number[][];
  against: number[][];
  out: number[];
  why?: number[];
}

/** One claim as its card shows it. */
interface Card {
  words: [string, string] | string;
  kind: string;
  when: string;
  source: string;
  basis: string;
  article: string;
  dates: string;
  publisher: string;
  url: string;
  before: string;
  sentence: string;
  after: string;
  reason: string;
  reason_title: string;
}
