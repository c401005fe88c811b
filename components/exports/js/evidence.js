/**
 * The cards: a claim's sentence in its paragraph, who says so, and where it stood. Every text is
 * set as text, never as markup: sentences come from articles.
 */
import { el } from "../../mapview/js/dom.js";

const LONGEST_CONTEXT = 450;
const LEADS = ["Fought over", "Under siege", "Attack repelled", "Handed over", "Forced out"];

/** What happened, to be set in bold, and the rest. @param {Card["words"]} words @returns {[string, string]} */
export const leadOf = (words) => {
  if (Array.isArray(words)) return [String(words[0] || ""), String(words[1] || "")];
  const text = String(words || "");
  const lead = LEADS.find((each) => text.startsWith(each)) || text.split(" ", 1)[0];
  return [lead, text.slice(lead.length)];
};

/** @param {string} address @returns {string} the address if it leads to a web page, else "" */
export const webAddress = (address) => {
  try {
    const url = new URL(address);
    return url.protocol === "https:" || url.protocol === "http:" ? url.href : "";
  } catch {
    return "";
  }
};

/** @param {Card} card */
function quote(card) {
  const element = el("blockquote");
  let before = String(card.before || "");
  let after = String(card.after || "");
  if (before.length > LONGEST_CONTEXT)
    before = `… ${before.slice(-LONGEST_CONTEXT).replace(/^\S*\s/, "")}`;
  if (after.length > LONGEST_CONTEXT)
    after = `${after.slice(0, LONGEST_CONTEXT).replace(/\s\S*$/, "")} …`;
  element.append(before, el("mark", "", card.sentence || ""), after);
  element.dir = "auto";
  return element;
}

/** @param {Card} card */
function origin(card) {
  const footer = el("footer");
  footer.append(el("b", "", card.source || "The article"));
  if (card.basis && card.basis !== "unknown") footer.append(el("i", "", card.basis));
  const told = [card.article, card.dates, card.publisher || "Publisher not stated"]
    .map((part) => String(part || "").trim())
    .filter(Boolean)
    .map((part) => (/[.!?…”]$/.test(part) ? part : `${part}.`));
  footer.append(el("br"), told.join(" "));
  const address = webAddress(String(card.url || ""));
  if (address) {
    const link = el("a", "", "Read the article");
    link.href = address;
    link.rel = "noopener noreferrer";
    link.target = "_blank";
    footer.append(" ", link);
  }
  return footer;
}

/** @param {Card} card @param {HTMLElement | null} mark @param {string} className */
export function cardOf(card, mark, className) {
  const article = el("article", `ex-card ${className}`);
  const header = el("header");
  const text = el("div");
  const [lead, rest] = leadOf(card.words);
  const told = rest.trim();
  const gap = told.startsWith(":") ? "" : " ";
  text.append(el("b", "", lead), gap + told, el("span", "", card.when || ""));
  if (mark) header.append(mark);
  header.append(text);
  article.append(header, quote(card), origin(card));
  return article;
}

/** What was read but does not count, with the reason. @param {string} title @param {Card[]} cards */
export function notCounted(title, cards) {
  const details = el("details");
  details.append(el("summary", "", `${title} (${cards.length})`));
  for (const card of cards) {
    const article = el("article", "ex-card");
    const header = el("header");
    header.append(el("b", "", card.reason_title || leadOf(card.words).join(" ")));
    article.append(header, quote(card));
    if (card.reason) article.append(el("p", "ex-quiet", card.reason));
    article.append(origin(card));
    details.append(article);
  }
  return details;
}
