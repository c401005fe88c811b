"""The words of English dates and what they count as in the grammar.

Each word has a class of one letter; the grammar is written in these letters.
"""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sep sept",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
SHORT = frozenset(
    """jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue tues wed thu thur thurs fri sat sun""".split()  # noqa: SIM905 (a word list)
)
LOWER_CASE_WORDS = frozenset({"may", "march", "august", "mar", "sun", "sat", "wed", "mon", "dec"})
"""Without their capital these are other words."""

NUMBERS = {
    word: number
    for number, word in enumerate(
        (
            *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
            *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen"),
            *("seventeen", "eighteen", "nineteen", "twenty"),
        )
    )
    if number
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
ROUGH_NUMBERS = {"few": 3, "couple": 2, "several": 4, "some": 3, "many": 5}
ORDINALS = {
    word: number
    for number, word in enumerate(
        (
            *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"),
            *("ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"),
            *("sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"),
        ),
        start=1,
    )
} | {"final": -1, "latter": 2, "opening": 1, "closing": -1}

UNITS = {
    **dict.fromkeys(("day", "days"), "day"),
    "nights": "night",
    **dict.fromkeys(("week", "weeks"), "week"),
    **dict.fromkeys(("fortnight", "fortnights"), "fortnight"),
    **dict.fromkeys(("month", "months"), "month"),
    **dict.fromkeys(("year", "years"), "year"),
    **dict.fromkeys(("decade", "decades"), "decade"),
    **dict.fromkeys(("century", "centuries"), "century"),
    **dict.fromkeys(("hour", "hours"), "hour"),
    **dict.fromkeys(("minute", "minutes"), "minute"),
    **dict.fromkeys(("weekend", "weekends"), "weekend"),
    **dict.fromkeys(("spring", "summer", "autumn", "fall", "winter"), ""),
}
UNIT_DAYS = {
    "minute": 0,
    "hour": 0,
    "day": 1,
    "night": 1,
    "weekend": 2,
    "week": 7,
    "fortnight": 14,
    "month": 30,
    "year": 365,
    "decade": 3652,
    "century": 36524,
}

PARTS = {
    "early": "early",
    "late": "late",
    "mid": "mid",
    "middle": "mid",
    "midst": "mid",
    "end": "end",
    "close": "end",
    "start": "start",
    "beginning": "start",
    "onset": "start",
    "outset": "start",
    "eve": "end",
    "turn": "start",
}

HOLIDAYS = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "valentine's day": (2, 14),
    "may day": (5, 1),
    "labour day": (5, 1),
    "armistice day": (11, 11),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "nowruz": (3, 21),
}
"""Only feasts that fall on the same day each year, everywhere (month, day)."""


def _classes() -> dict[str, str]:
    listed = {
        "t": "the",
        "f": "of",
        "b": "between",
        "I": "in during within",
        "r": "from",
        "g": "to until till through thru",
        "&": "and or",
        "l": "last past previous preceding prior",
        "x": "next following subsequent coming upcoming succeeding ensuing",
        "h": "this",
        "k": "that",
        "s": "same very",
        "A": "ago",
        "L": "later afterwards afterward",
        "R": "earlier previously beforehand",
        "v": "before after",
        "E": "early late mid",
        "e": "end close start beginning middle midst onset outset eve turn",
        "Q": "half quarter part third trimester",
        "N": "recent",
        "P": "morning afternoon evening night noon midnight midday dawn dusk daybreak nightfall",
        "S": "spring summer autumn fall winter",
        "T": "today yesterday tomorrow tonight overnight",
        "j": "a an",
        "G": "bc bce",
        # Words that open sentences are not names, capital or not.
        "w": "on by at since about around as it they he she we but when while then with for",
    }
    table = {word: code for code, words in listed.items() for word in words.split()}
    table |= dict.fromkeys((unit for unit, name in UNITS.items() if name), "U")
    table |= dict.fromkeys(NUMBERS, "n")
    table |= dict.fromkeys(ROUGH_NUMBERS, "z")
    table |= dict.fromkeys(ORDINALS, "q")
    return table


CLASSES = _classes()
"""Word to the letter of its class; a word that is not here is "w", or "Z" with a capital."""

# What counts people and things: "2000 men" names no year.
COUNTED = frozenset(
    """men women people soldiers troops fighters rebels civilians militants prisoners casualties
    dead wounded killed others families homes houses villages tanks guns aircraft planes ships
    rounds tons tonnes km kilometers kilometres miles metres meters feet square percent per
    dollars euros pounds rubles roubles refugees killed strong members police officers
    insurgents militiamen years days weeks months hours minutes am pm a.m p.m local gmt
    deaths bodies hectares acres mm attacks strikes air sorties bombs rockets more
    conscripts volunteers horses cavalry infantry paratroopers workers students
    inhabitants residents million billion thousand hundred""".split()  # noqa: SIM905 (a word list)
)
VIOLENCE = frozenset(
    """attack attacks terrorist terror massacre massacres coup bombing bombings uprising war
    protests protest""".split()  # noqa: SIM905 (a word list)
)
EVENTS = VIOLENCE | frozenset(
    """elections election vote referendum agreement accord accords ceasefire
    truce""".split()  # noqa: SIM905 (a word list)
)
RECENT_DAYS = 60
# A round number after these may be an amount: "from 1500 to 2000".
WEAK_LEADS = frozenset(
    "to from between and or for around about with than before after through".split()  # noqa: SIM905
)
OWNERS = frozenset({"its", "his", "her", "their", "our", "s", "this", "that"})
YEAR_LEADS = frozenset(
    """in since by until till during of from to before after between and through throughout
    around about circa late early mid for year years as spring summer autumn fall winter
    and or ( , - – mid- ; following post pre than into with the""".split()  # noqa: SIM905 (a word list)
)
MONTH_LEADS = frozenset(
    """in since by until till during of from to before after between and or through throughout
    around about late early mid this last next that each every following for over
    as past , ( - / for""".split()  # noqa: SIM905 (a word list)
)
WARFARE = frozenset(
    """offensive offensives campaign campaigns fighting operation operations""".split()  # noqa: SIM905
)
VERBS = frozenset({"was", "is", "were", "has", "had", "will", "who", "which", "went", "began"})
# What stands before a month by chance, when the month is a word too.
LOOSE = frozenset({",", "and", "or", "-", "to", "for", ".", ";", ":", "(", "that"})
NAMED_AFTER = frozenset(
    """movement alliance coalition camp brigade brigades division bloc revolution revolutions party
    group front massacre offensive regiment battalion martyrs forces uprising avenue street bridge
    square airport university stadium company day month road""".split()  # noqa: SIM905 (a word list)
)
