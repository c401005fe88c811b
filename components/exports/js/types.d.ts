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
