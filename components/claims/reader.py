"""Reads an article: who took, lost, holds or fights for which place, when, and who says so."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from components.actors import Roster
from components.claims.attribution import speaker_of
from components.claims.candidates import is_candidate
from components.claims.closed import closed, is_over, term_ended
from components.claims.datelines import dateline_end
from components.claims.dating import is_background, news_days
from components.claims.discourse import Discourse
from components.claims.drafts import (
    CHANGES,
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
from components.claims.factuality import status_begun, status_of, status_of_state
from components.claims.fights import elaboration, lost_by_fighting, without_failed
from components.claims.footholds import decided, footholds
from components.claims.frames import FrameReader
from components.claims.gainers import gainers_told
from components.claims.groups import is_nameless, only_report
from components.claims.headline import with_headline, without_headline
from components.claims.implied import place_spoken_of, sentences_back, told_before
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
from components.claims.parties import PartyFinder
from components.claims.pointing import KINDS_OF_AREA
from components.claims.raids import without_retold_raids
from components.claims.results import reading_of
from components.claims.retold import losers_retold
from components.claims.rivals import each_for_itself
from components.claims.scan import Scan, scan
from components.claims.sentence import Sentence, Target
from components.claims.settle import Settler
from components.claims.settled import Settled
from components.claims.speakers_place import place_of_speaker
from components.claims.state import State
from components.claims.strange import strange_names, vocabulary_of
from components.claims.syntax import conjuncts
from components.claims.titles import plain_titles
from components.claims.when import (
    date_told,
    dates_in_turn,
    event_of,
    held_for,
    later_than_told,
    lengths_in,
    told_day,
)
from components.claims.whole import is_whole
from components.claims.won import as_won, without_raids
from components.dates import narrow_reported
from components.places import Gazetteer
from components.records import (
    Actor,
    Article,
    Reading,
    Span,
)


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
        state = State(
            replace(article, text=plain),
            reported,
            seen,
            Discourse(seen.country, reported.latest, self._coalitions, named=self._named(seen)),
            Settler(
                *(plain, seen, self.gazetteer),
                *(self._seat(seen.country), self.roster.seat_of),
            ),
            news=news_days(article.reported, reported),
            day=told_day(seen, reported),
        )
        self._sentences(state)
        without_retold_raids(state.drafts, plain, article.sentences, self.lexicon)
        share_dates(state.drafts, state.reported)
        gainers_told(state.drafts, self._side(state))
        losers_before(state.drafts, self._side(state))
        incumbents(state.drafts, state.scan, self.roster)
        losers_retold(state.drafts, self._side(state))
        narrowed = replace(article, reported=reported)
        return reading_of(narrowed, state.drafts, state.scan, self.roster.bloc)

    def _side(self, state: State) -> Callable[[str], str]:
        return lambda actor_id: self.roster.bloc(actor_id, state.day)

    def _seat(self, country: str) -> str:
        known = self.roster.countries.get(country)
        return known.seats[0] if known and known.seats else ""

    def _named(self, seen: Scan) -> tuple[Actor, ...]:
        ids = dict.fromkeys(e.ref for e in seen.entities if e.kind == "actor")
        return tuple(self.roster.actors[i] for i in ids)

    # Sentences

    def _sentences(self, state: State) -> None:
        text, seen = state.article.text, state.scan
        spans = state.article.sentences
        chosen: list[tuple[int, Masked]] = []
        for number, span in enumerate(spans):
            if is_candidate(
                self._cue, text[span.start : span.end], seen.within(span.start, span.end)
            ):
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
            if is_candidate(
                self._cue, text[span.start : span.end], seen.within(span.start, span.end)
            )
        )

    def _sentence(self, state: State, number: int, sentence: Sentence) -> None:
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
        drafts = without_failed(once(without_raids(without_former(drafts))))
        footholds(drafts)
        decided(drafts)
        losers_told(drafts, self._side(state))
        drafts = [d for d in drafts if not d.former]
        drafts = without_raids(without_ends(drafts))
        closed(drafts)
        drafts += losses(drafts, state.reported)
        drafts = list(each_for_itself(drafts, self.roster, state.day))
        state.drafts += drafts
        self._remember(state, number, sentence, finder, drafts, country)

    def _remember(
        self,
        state: State,
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
            tells = bool(state.discourse.subject) and only_report(named)
            refs = [r for r in refs if not tells and not is_nameless(r.actor)]
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

    def _is_war(self, state: State, sentence: Sentence) -> bool:
        """Return whether the article names an armed party, or the sentence speaks of one."""
        groups = self.roster.words
        return bool(state.discourse.named) or any(groups.head_group(t.text) for t in sentence.doc)

    # Claims of a sentence

    def _drafts(
        self,
        state: State,
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
            status = status_of_state(found.trigger, self.lexicon)
        if status == ASSERTED and found.kind in CHANGES:
            status = status_begun(found.trigger, leaving=found.kind == "lost")
        found, status = ended(found, status, self.lexicon)
        expression = date_told(state, number, sentence, found, triggers)
        inside = [e for e in state.scan.dates if span.start <= e.start < span.end]
        lengths = lengths_in(state, span)
        term = term_of(found, expression, state.scan.dates) or term_ended(
            found, expression, sentence, inside, lengths
        )
        found = as_won(as_held(found, term), sentence)
        background = is_background(found.trigger, self.lexicon)
        event = event_of(state, span, sentence, found, expression, triggers, self.lexicon)
        lasting = expression is not None and expression.relation == "since"
        event = later_than_told(state, number, sentence, found, expression) or event
        length = held_for(state, span, sentence, found, self.lexicon)
        if length is not None:
            event, lasting = length, True
        if term is not None:
            event, lasting = days_held(term, event), True
        over = expression is None and is_over(found, sentence, lengths)
        former = found.kind == "held" and (over or is_former(found.trigger)) and not lasting
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
        own = dates_in_turn(state, span, found)
        back = sentences_back(state.article.sentences, number, state.scan)
        before_ = told_before(found, state.told, number, back) if found.targets[0].implied else None
        if before_ is not None and expression is None:
            past = is_background(before_.found.trigger, self.lexicon)
            # "B, who had won A in July, drew back": in July they took it.
            event = before_.event if not past or background else event
        meant = [
            (target, settled)
            for target in found.targets
            for settled in (
                self._unsaid(state, found, (number, back), sentence)
                if target.implied
                else self._settle(state, target, sentence, span)
            )
        ]
        state.settler.told_together(span.start, tuple(s for t, s in meant if t.reason != "part"))
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

    def _settle(
        self, state: State, target: Target, sentence: Sentence, span: Span
    ) -> tuple[Settled, ...]:
        settled = state.settler.settle_all(target, sentence, span.start)
        # "Mozambican and Rwandan forces": a people is no place that the gazetteer lacks.
        settled = tuple(s for s in settled if s.place or not self.roster.country_of(s.text))
        for one in settled:
            state.settler.remember(one)
        return settled

    def _unsaid(
        self, state: State, found: Found, where: tuple[int, int], sentence: Sentence
    ) -> tuple[Settled, ...]:
        """Return the places of a statement that names none: the speakers', else those told of."""
        number, back = where
        span = state.article.sentences[number]
        spoken = place_of_speaker(found.trigger, sentence)
        if spoken is not None:
            return self._settle(state, spoken, sentence, span)
        return place_spoken_of(found, state.told, number, back)


def _parsable(text: str) -> str:
    return text if text.strip() else "."
