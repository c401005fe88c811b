"""Settings of the second reader."""

import pytest

from components.errors import BadChoiceError
from components.secondreader import SecondReaderSettings, from_environment, what_leaves


@pytest.mark.parametrize(
    ("url", "called"),
    [
        ("http://localhost:11434", "http://localhost:11434/v1/chat/completions"),
        ("http://localhost:11434/v1/", "http://localhost:11434/v1/chat/completions"),
        ("https://x.example/api/v1/chat/completions", "https://x.example/api/v1/chat/completions"),
    ],
)
def test_an_address_may_be_the_host_the_base_or_the_call(url, called):
    assert SecondReaderSettings(url, "m").completions == called


@pytest.mark.parametrize(
    ("url", "model", "key"),
    [
        ("localhost:11434", "m", ""),
        ("ftp://x.example", "m", ""),
        ("file:///etc/passwd", "m", ""),
        ("https://me:pw@x.example", "m", ""),
        ("https://x.example", " ", ""),
        ("https://x.example", "m", "two\r\nlines"),
    ],
)
def test_what_could_never_work_is_refused_in_words(url, model, key):
    with pytest.raises(BadChoiceError) as refused:
        SecondReaderSettings(url, model, key)
    assert "pw" not in str(refused.value)


def test_it_is_off_unless_the_environment_names_a_server():
    assert from_environment({}) is None
    assert from_environment({"WHOHELD_READER_KEY": "k"}) is None
    with pytest.raises(BadChoiceError, match="WHOHELD_READER_MODEL"):
        from_environment({"WHOHELD_READER_URL": "http://localhost:1"})
    found = from_environment(
        {"WHOHELD_READER_URL": "http://localhost:1", "WHOHELD_READER_MODEL": "m"}
    )
    assert found == SecondReaderSettings("http://localhost:1", "m")


def test_it_says_what_leaves_the_machine_and_where_to():
    here = what_leaves(SecondReaderSettings("http://127.0.0.1:8080", "m"))
    there = what_leaves(SecondReaderSettings("https://api.x.example/v1", "m"))
    plain = what_leaves(SecondReaderSettings("http://api.x.example/v1", "m"))
    assert "nothing leaves it" in here
    assert "sent to api.x.example; nothing else leaves" in there
    assert "unencrypted" in plain
