"""Articles of a chosen length for timing: as dense in places and parties as news of a war is."""

import random
from datetime import date, timedelta
from itertools import count

from components.articles import from_text
from components.records import Article

_THEATRES = (
    (
        ("Idlib", "Saraqib", "Aleppo", "Hama", "Maarat al-Numan", "Jisr al-Shughur", "Ariha"),
        ("Government forces", "Ahrar al-Sham", "the Nusra Front", "the Syrian army"),
        "Syria",
    ),
    (
        ("Kharkiv", "Izium", "Bakhmut", "Avdiivka", "Kupiansk", "Sievierodonetsk", "Kherson"),
        ("Russian forces", "Ukrainian troops", "The Wagner Group", "the Ukrainian army"),
        "Ukraine",
    ),
    (
        ("Nyala", "Khartoum", "Omdurman", "El Fasher", "Wad Madani", "Zalingei", "El Obeid"),
        ("The Rapid Support Forces", "the Sudanese army", "The RSF", "the army"),
        "Sudan",
    ),
)
_ABOUT_CONTROL = (
    "{one} captured {a} from {two} on {day}, residents said.",
    "{two} withdrew from {a} after three days of fighting, according to local officials.",
    "Clashes between {one} and {two} continued in {a} and around {b}.",
    "{one} vowed to retake {b} within weeks.",
    "{a}, which {two} lost in {month}, lies on the road between {b} and {c}.",
    "Both sides said they held {b}.",
)
_OTHER = (
    "Hospitals in {c} reported a shortage of medicine and asked for more ambulances.",
    "A convoy with flour and blankets reached families who had fled towards {b}.",
    "The ministry did not answer questions, and telephone lines were down for most of the week.",
    "Diplomats meeting abroad said that talks about a truce would go on into the next month.",
    "Shops stayed shut while people queued for water at the few wells that still worked.",
    "Analysts said the road matters because supplies for the whole region of {c} pass over it.",
    "Schools had been closed since the beginning of the term, a teacher said by telephone.",
)


def sample_articles(number: int, words: int) -> list[Article]:
    """Return articles of at least `words` words each; the same ones at every call."""
    rnd = random.Random(7)  # noqa: S311 (repeatable, no secret)
    return [_article(rnd, i, words) for i in range(number)]


def _article(rnd: random.Random, number: int, words: int) -> Article:
    names, parties, country = _THEATRES[number % len(_THEATRES)]
    published = date(2016, 1, 1) + timedelta(days=3 * number)
    text = f"Fighting goes on in {country}\n\n"
    for i in count():
        if len(text.split()) >= words:
            break
        a, b, c = rnd.sample(names, 3)
        one, two = rnd.sample(parties, 2)
        sentence = rnd.choice(_ABOUT_CONTROL if i % 3 == 0 else _OTHER)
        day = published - timedelta(days=rnd.randrange(1, 30))
        filled = sentence.format(
            a=a, b=b, c=c, one=one, two=two, day=f"{day:%B} {day.day}", month=f"{day:%B}"
        )
        text += filled[0].upper() + filled[1:] + ("\n\n" if i % 3 == 2 else " ")
    return from_text(
        text, today=date(2026, 1, 1), article_id=f"bench-{number}", published=published
    )
