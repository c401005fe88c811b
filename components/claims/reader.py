"""Reads an article: who took, lost, holds or fights for which place, when, and who says so."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from components.actors import Roster
from components.claims.attribution import speaker_of
from components.claims.carried import carried_days
from components.claims.datelines import dateline_end
from components.claims.dating import (
    date_of,
    dates_beside,
    days_of,
    distances_in,
    is_background,
    is_near,
    length_held,
    news_days,
    ranked_since,
    reckon,
    reckoned,
)
from components.claims.discourse import Discourse
from components.claims.drafts import (
    KINDS_OF_AREA,
    Draft,
    is_aside,
    is_former,
    once,
    reason_of,
    share_dates,
    still_there,
    without_former,
)
from components.claims.endings import (
    as_held,
    days_held,
    ended,
    losses,
    term_of,
    without_ends,
)
from components.claims.enumeration import is_list, listed_after
from components.claims.factuality import status_begun, status_of
from components.claims.fights import elaboration, lost_by_fighting
from components.claims.footholds import footholds
from components.claims.frames import FrameReader
from components.claims.gainers import gainers_told
from components.claims.headline import with_headline, without_headline
from components.claims.implied import place_spoken_of, told_before
from components.claims.incumbents import incumbents
from components.claims.lexicon import Lexicon, cues_of
from components.claims.losers import (
    freed_by,
    infer_loser,
    losers_before,
    losers_told,
    own_up,
)
from components.claims.mask import Entity, Masked, mask
from components.claims.match import Found
from components.claims.modality import ASSERTED
from components.claims.parties import PartyFinder, is_nameless
from components.claims.results import reading_of
from components.claims.retold import losers_retold
from components.claims.scan import Scan, scan
from components.claims.sentence import Sentence, Target
from components.claims.settle import Settled, Settler
from components.claims.strange import strange_names, vocabulary_of
from components.claims.syntax import conjuncts
from components.claims.titles import plain_titles
from components.claims.whole import is_whole
from components.claims.won import as_won, without_raids
from components.dates import DateExpression, narrow_reported
from components.places import Gazetteer
from components.records import (
    Actor,
    Article,
    DateInterval,
    Reading,
    Span,
)

_PLACE_WORD = re.compile(
    r"\w\s+[A-Z]|\b(?:towns?|cit(?:y|ies)|villages?|areas?|bases?|airports?|posts?|ports?|it|places?|camps?|quarters?|districts?|capital|crossings?|strongholds?)\b"
)
# What may be said of a place that only the sentence before names.
_UNSAID = re.compile(
    r"\b(?:(?:took|taking|seized|gained|assumed) (?:\w+ )?control|took over"
    r"|taking over|vacated|withdr[ae]w\w*|pull(?:ed|ing) (?:out|back)|retreat(?:ed|ing)"
    r"|fled|left|moved in|surrendered|fell back"
    r"|(?:attack|assault|offensive|advance|raid)s? (?:was|were|had been|has been|have been)"
    r" (?:\w+ )?(?:repelled|repulsed|beaten|foiled|thwarted|rebuffed|defeated))\b"
)


@dataclass(slots=True)
class _State:
    """What reading one article has come to so far."""

    article: Article
    reported: DateInterval
    scan: Scan
    discourse: Discourse
    settler: Settler
    drafts: list[Draft] = field(default_factory=list)
    told: list[tuple[int, Draft]] = field(default_factory=list)
    news: DateInterval = field(default_factory=lambda: DateInterval(None, None))
    day: date | None = None
    last_date: tuple[int, DateExpression] | None = None


class Reader:
    """Reads articles with a parser, a gazetteer and a roster. Keeps nothing between articles."""

    def __init__(
        self,
        nlp: Language,
        gazetteer: Gazetteer,
        roster: Roster,
        lexicon: Lexicon | None = None,
    ) -> None:
        """Bind the lookups; the lexicon of the project is read when none is given."""
        self.nlp = nlp
        self.gazetteer = gazetteer
        self.roster = roster
        self.lexicon = lexicon or Lexicon.load()
        self._cue = cues_of(self.lexicon)
        self._vocabulary = vocabulary_of(nlp)
        self._coalitions = frozenset(m.coalition for m in roster.memberships)

    def read(self, article: Article) -> Reading:
        """Return the claims of an article, counted or not, and the places it names."""
        led, added = with_headline(article)
        reading = self._read(led)
        return without_headline(reading, article, added) if added else reading

    def _read(self, article: Article) -> Reading:
        reported = article.reported
        if not article.reported_by_person:
            reported = narrow_reported(article.text, article.reported)
        plain = plain_titles(article.text, article.sentences, self.lexicon)
        seen = scan(plain, self.gazetteer, self.roster, reported)
        state = _State(
            replace(article, text=plain),
            reported,
            seen,
            Discourse(seen.country, reported.latest, self._coalitions, named=self._named(seen)),
            Settler(plain, seen, self.gazetteer, self._seat(seen.country)),
            news=news_days(article.reported, reported),
            day=_told_day(seen, reported),
        )
        self._sentences(state)
        share_dates(state.drafts, state.reported)
        gainers_told(state.drafts, self._side(state))
        losers_before(state.drafts, self._side(state))
        incumbents(state.drafts, state.scan, self.roster)
        losers_retold(state.drafts, self._side(state))
        narrowed = replace(article, reported=reported)
        return reading_of(narrowed, state.drafts, state.scan, self.roster.bloc)

    def _side(self, state: _State) -> Callable[[str], str]:
        return lambda actor_id: self.roster.bloc(actor_id, state.day)

    def _seat(self, country: str) -> str:
        known = self.roster.countries.get(country)
        return known.seats[0] if known and known.seats else ""

    def _named(self, seen: Scan) -> tuple[Actor, ...]:
        ids = dict.fromkeys(e.ref for e in seen.entities if e.kind == "actor")
        return tuple(self.roster.actors[i] for i in ids)

    # Sentences

    def _sentences(self, state: _State) -> None:
        text, seen = state.article.text, state.scan
        spans = state.article.sentences
        chosen: list[tuple[int, Masked]] = []
        for number, span in enumerate(spans):
            if self._is_candidate(text[span.start : span.end], seen.within(span.start, span.end)):
                chosen.append((number, self._masked(text, span, seen)))
        docs = self.nlp.pipe((_parsable(m.text) for _, m in chosen), batch_size=128)
        parsed = {n: (m, d) for (n, m), d in zip(chosen, docs, strict=True)}
        for number, span in enumerate(spans):
            if number in parsed:
                masked, doc = parsed[number]
                self._sentence(state, number, Sentence(doc, masked, self.lexicon, text))
            else:
                state.settler.note(span.start, span.end, ())
            unread = state.drafts and not any(d.span == span for d in state.drafts[-8:])
            if unread and is_list(text[span.start : span.end]):
                back = spans[max(0, number - 2) : number + 1]
                named = self._names(text, span, seen)
                state.drafts += listed_after(text, named, seen, state.drafts, back)
            state.discourse.note(
                self.roster.actors[e.ref]
                for e in seen.within(span.start, span.end)
                if e.kind == "actor"
            )

    def _names(self, text: str, span: Span, seen: Scan) -> list[Entity]:
        known = seen.within(span.start, span.end)
        dates = (d for d in seen.dates if d.start < span.end and span.start < d.end)
        taken = [*known, *(Entity(d.start, d.end, "name", "") for d in dates)]
        strange = strange_names(text, (span.start, span.end), taken, self._vocabulary, self.lexicon)
        # "Mozambican and Rwandan forces": a people is not a place.
        strange = [e for e in strange if not self.roster.country_of(text[e.start : e.end])]
        return sorted((*known, *strange), key=lambda e: e.start)

    def _masked(self, text: str, span: Span, seen: Scan) -> Masked:
        names = self._names(text, span, seen)
        start = min(dateline_end(text, span), span.end - 1)
        if any(e.kind == "actor" and e.start < start for e in names):
            start = span.start
        told = [e for e in names if e.start >= start]
        return mask(text, start, span.end, told, self.lexicon)

    def parsed(self, text: str, span: Span, seen: Scan) -> Doc:
        """Return a sentence as the reader parses it, for listings of errors."""
        return self.nlp(_parsable(self._masked(text, span, seen).text))

    def candidates(self, article: Article) -> tuple[int, ...]:
        """Return the numbers of the sentences that may speak of control, in order."""
        text = article.text
        seen = scan(text, self.gazetteer, self.roster, article.reported)
        return tuple(
            number
            for number, span in enumerate(article.sentences)
            if self._is_candidate(text[span.start : span.end], seen.within(span.start, span.end))
        )

    def _is_candidate(self, text: str, entities: Sequence[Entity]) -> bool:
        if len(text) > 2500 or not self._cue.search(text):
            return False
        named = any(e.kind != "source" for e in entities)
        return named or bool(_PLACE_WORD.search(text) or _UNSAID.search(text))

    def _sentence(self, state: _State, number: int, sentence: Sentence) -> None:
        span = state.article.sentences[number]
        country = state.scan.country_near(span.start, span.end)
        # A weekday is read against the report and says no more of the year than that does. Of days
        # round a change of government the first counts: "the army" that left is the one before.
        told = [
            e.interval.earliest or e.interval.latest
            for e in state.scan.dates
            if span.start <= e.start < span.end and e.basis != "report"
        ]
        state.discourse.day = max((d for d in told if d), default=state.day)
        finder = PartyFinder(sentence, self.roster, state.discourse)
        found = FrameReader(sentence, finder, country).find()
        triggers = frozenset(f.trigger.i for f in found)
        drafts: list[Draft] = []
        for statement in found:
            stated = self._drafts(state, number, sentence, finder, statement, triggers)
            state.told += [(number, d) for d in stated]
            drafts += stated
        if not drafts:
            spans = state.article.sentences[max(0, number - 2) : number + 1]
            drafts += elaboration(state.drafts, spans, sentence, finder, state.scan)
        drafts = [d for d in drafts if d.kind != "held" or d.parties.get("holding")]
        drafts = once(without_former(drafts))
        footholds(drafts)
        losers_told(drafts, self._side(state))
        drafts = [d for d in drafts if not d.former]
        drafts = without_raids(without_ends(drafts))
        drafts += losses(drafts, state.reported)
        state.drafts += drafts
        self._remember(state, number, sentence, finder, drafts, country)

    def _remember(
        self,
        state: _State,
        number: int,
        sentence: Sentence,
        finder: PartyFinder,
        drafts: Sequence[Draft],
        country: str,
    ) -> None:
        span = state.article.sentences[number]
        # What a sentence tells on the side ("since it took B") is not what the next one is about.
        main = sorted(drafts, key=lambda d: not is_aside(d.found.trigger))
        state.settler.note(span.start, span.end, [d.settled for d in main])
        root = next((t for t in sentence.doc if t.dep_ == "ROOT"), None)
        subjects = [c for c in root.children if c.dep_ in {"nsubj", "nsubjpass"}] if root else []
        named = [k for s in subjects if s.pos_ != "PRON" for k in conjuncts(s)]
        refs = finder.parties(named, country)
        if root is not None and sentence.is_(root, "say"):
            # "A monitoring group said" is no armed group.
            refs = [r for r in refs if not is_nameless(r.actor)]
        armed = tuple(r for r in refs if r.armed)
        if not armed and root is not None and sentence.is_(root, "say"):
            # "A spokesman said its fighters had left": they are spoken of, not he.
            told = [d.parties for d in main if not is_aside(d.found.trigger)]
            acting = [p.get("gaining") or p.get("losing") or [] for p in told]
            armed = tuple(r for r in next(iter(acting), []) if r.armed)
        armed = still_there(armed, main)
        if armed:
            state.discourse.subject = armed
        state.discourse.note(r.actor for r in armed)

    def _is_war(self, state: _State, sentence: Sentence) -> bool:
        """Return whether the article names an armed party, or the sentence speaks of one."""
        groups = self.roster.words
        return bool(state.discourse.named) or any(groups.head_group(t.text) for t in sentence.doc)

    # Claims of a sentence

    def _drafts(
        self,
        state: _State,
        number: int,
        sentence: Sentence,
        finder: PartyFinder,
        found: Found,
        triggers: frozenset[int],
    ) -> list[Draft]:
        span = state.article.sentences[number]
        status = status_of(found.trigger, self.lexicon)
        aimed = any(c.dep_ == "aux" and c.lower_ == "to" for c in found.trigger.children)
        if found.kind == "repelled" and status.stance == "attempted" and not aimed:
            status = ASSERTED
        if found.frame.id == "attribute":
            # "Plans to attack rebel-held A": rebels hold it all the same.
            status = ASSERTED
        if status == ASSERTED and found.kind in {"captured", "lost", "transferred"}:
            status = status_begun(found.trigger, leaving=found.kind == "lost")
        found, status = ended(found, status, self.lexicon)
        expression = self._date(state, number, sentence, found, triggers)
        term = term_of(found, expression, state.scan.dates)
        found = as_won(as_held(found, term), sentence)
        background = is_background(found.trigger, self.lexicon)
        event = self._event(state, span, sentence, found, expression, triggers)
        lasting = expression is not None and expression.relation == "since"
        held_for = self._held_for(state, span, sentence, found)
        if held_for is not None:
            event, lasting = held_for, True
        if term is not None:
            event, lasting = days_held(term, event), True
        former = found.kind == "held" and is_former(found.trigger) and not lasting
        speaker = speaker_of(
            found.trigger,
            sentence,
            finder,
            self.roster,
            state.scan.country_near(span.start, span.end),
        )
        drafts = []
        if speaker:
            own_up(found, speaker.admitting)
            freed_by(found, speaker.sides)
        infer_loser(found, finder, state.scan.country_near(span.start, span.end))
        own = self._dates_in_turn(state, span, found)
        before_ = told_before(found, state.told, number) if found.targets[0].implied else None
        if before_ is not None and expression is None:
            past = is_background(before_.found.trigger, self.lexicon)
            # "B, who had won A in July, drew back": in July they took it.
            event = before_.event if not past or background else event
        meant = [
            (target, settled)
            for target in found.targets
            for settled in (
                place_spoken_of(found, state.told, number)
                if target.implied
                else self._settle(state, target, sentence, span)
            )
        ]
        state.settler.told_together(span.start, tuple(s for _, s in meant))
        for target, settled in meant:
            event = own.get(target.start, event)
            draft = Draft(
                *(found, sentence, span, target, settled, found.kind, dict(found.parties)),
                *(status, speaker, event, expression is not None or background),
                former=former,
                term=term,
            )
            area = settled.place is not None and settled.place.kind in KINDS_OF_AREA
            words = state.article.text[span.start : span.end]
            draft.whole = area and is_whole(target, found.trigger, words)
            draft.reason = reason_of(draft, at_war=self._is_war(state, sentence))
            drafts.append(draft)
            lost_by_fighting(draft, state.scan, finder)
        return drafts

    def _event(
        self,
        state: _State,
        span: Span,
        sentence: Sentence,
        found: Found,
        expression: DateExpression | None,
        triggers: frozenset[int],
    ) -> DateInterval:
        if expression is not None and expression.end <= span.start:
            words = state.article.text[span.start : span.end]
            shifted = carried_days(expression, words)
            if shifted is not None:
                return shifted.intersect(DateInterval(None, state.reported.latest)) or shifted
        ranked = ranked_since(expression, state.article.text, span.start)
        if ranked is not None and found.kind != "held":
            return ranked.intersect(DateInterval(None, state.reported.latest)) or ranked
        inside = [e for e in state.scan.dates if span.start <= e.start < span.end]
        lengths = [d for d in state.scan.durations if span.start <= d.start < span.end]
        lengths += distances_in(state.article.text[span.start : span.end], span.start)
        hit = reckoned(found.trigger, sentence, lengths, inside) if lengths else None
        if hit is not None:
            above, date_, duration, sign = hit
            if above is not None:
                date_ = date_of(above, sentence, inside, triggers - {found.trigger.i})
            base = days_of(date_, state.news if date_ is None else state.reported, background=False)
            if above is None and date_ is not None:
                base = date_.interval
            lead = state.article.text[max(span.start, duration.start - 14) : duration.start]
            days = reckon(base, duration, sign, lead)
            return days.intersect(DateInterval(None, state.reported.latest)) or days
        background = is_background(found.trigger, self.lexicon)
        news = expression is None and not background
        return days_of(expression, state.news if news else state.reported, background=background)

    def _held_for(
        self, state: _State, span: Span, sentence: Sentence, found: Found
    ) -> DateInterval | None:
        """Return when who "had held A for ten months" began to hold it, None for others."""
        if found.kind != "held" or not is_background(found.trigger, self.lexicon):
            return None
        if any(span.start <= d.start < span.end for d in state.scan.dates):
            return None
        inside = [d for d in state.scan.durations if span.start <= d.start < span.end]
        length = length_held(found.trigger, sentence, inside)
        return reckon(state.news, length, -1) if length is not None else None

    def _settle(
        self, state: _State, target: Target, sentence: Sentence, span: Span
    ) -> tuple[Settled, ...]:
        settled = state.settler.settle_all(target, sentence, span.start)
        # "Mozambican and Rwandan forces": a people is no place that the gazetteer lacks.
        settled = tuple(s for s in settled if s.place or not self.roster.country_of(s.text))
        for one in settled:
            state.settler.remember(one)
        return settled

    def _dates_in_turn(self, state: _State, span: Span, found: Found) -> dict[int, DateInterval]:
        """Return days by where a place begins, of "A on Friday, B on ...": one for each."""
        inside = [e for e in state.scan.dates if span.start <= e.start < span.end]
        targets = sorted(found.targets, key=lambda t: t.start)
        if len(targets) < 2 or len(inside) != len(targets):
            return {}
        edges = [t.end for t in targets[1:]] + [span.end]
        for target, date_, edge in zip(targets, inside, edges, strict=True):
            if not target.end <= date_.start < edge:
                return {}
        days = (days_of(e, state.reported, background=False) for e in inside)
        return {target.start: told for target, told in zip(targets, days, strict=True)}

    def _date(
        self,
        state: _State,
        number: int,
        sentence: Sentence,
        found: Found,
        triggers: frozenset[int],
    ) -> DateExpression | None:
        span = state.article.sentences[number]
        inside = [e for e in state.scan.dates if span.start <= e.start < span.end]
        inside, expression = dates_beside(found.stretch, inside)
        # "declared A captured on Friday": the day hangs on the second word.
        words = [
            found.trigger,
            *(t for t in sentence.doc if t.i in found.used and t.pos_ == "VERB"),
        ]
        told = (date_of(word, sentence, inside, triggers) for word in words)
        expression = expression or next((e for e in told if e), None)
        if expression:
            state.last_date = (number, expression)
        elif not inside and state.last_date and state.last_date[0] == number - 1:
            # "On Friday the army took A. It also took B."
            between = state.article.text[state.article.sentences[number - 1].end : span.start]
            past = found.trigger.tag_ in {"VBD", "VBN", "NN", "NNS"}
            if "\n" not in between and past and is_near(state.last_date[1], state.reported):
                expression = state.last_date[1]
                state.last_date = (number, expression)
        return expression


def _told_day(seen: Scan, reported: DateInterval) -> date | None:
    """Return the day that decides who governed: the report's, else the last one told, else none."""
    if reported.earliest and reported.latest and (reported.latest - reported.earliest).days < 400:
        return reported.latest
    told = [e.interval.latest for e in seen.dates if e.basis != "report"]
    return max((day for day in told if day), default=None)


def _parsable(text: str) -> str:
    return text if text.strip() else "."
