"""Which server reads along, and in words what leaves the machine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

from components.errors import BadChoiceError

URL_VARIABLE = "WHOHELD_READER_URL"
MODEL_VARIABLE = "WHOHELD_READER_MODEL"
KEY_VARIABLE = "WHOHELD_READER_KEY"
_EXAMPLE = "http://localhost:11434/v1"
_PATH = "/chat/completions"


@dataclass(frozen=True, slots=True)
class SecondReaderSettings:
    """A server that speaks the OpenAI chat-completions protocol.

    Args:
        url: Its base, such as "http://localhost:11434/v1", or the full address of the call.
        model: Name of the model, as the server knows it.
        key: Sent as a bearer token; "" for none. Never shown.
        wait_s: How long one answer may take, in seconds.
        batch: Sentences sent in one call.

    Raises:
        BadChoiceError: The address or a number cannot be used; the message says what to do.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)
    wait_s: float = 60.0
    batch: int = 6

    def __post_init__(self) -> None:
        """Refuse what could never work."""
        parts = urlsplit(self.url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            msg = f"{self.url!r} is not a web address. Give one such as {_EXAMPLE}."
            raise BadChoiceError(msg)
        if parts.username or parts.password:
            msg = "The address of the second reader holds a password. Give the key apart from it."
            raise BadChoiceError(msg)
        if not self.model.strip():
            msg = "The second reader needs the name of a model, as its server knows it."
            raise BadChoiceError(msg)
        if any(not " " < c <= "~" for c in self.key):
            msg = "The key of the second reader holds blanks or special characters. Paste it again."
            raise BadChoiceError(msg)
        if self.wait_s <= 0 or self.batch < 1:
            msg = (
                f"A wait of {self.wait_s} s and {self.batch} sentences in a call cannot be used. "
                "Both must be above 0."
            )
            raise BadChoiceError(msg)

    @property
    def host(self) -> str:
        """Name of the machine that is asked."""
        return urlsplit(self.url).hostname or ""

    @property
    def is_here(self) -> bool:
        """Whether that is this machine."""
        if self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False

    @property
    def base(self) -> str:
        """The address without the name of a call."""
        plain = self.url.strip().rstrip("/").removesuffix(_PATH)
        return plain if urlsplit(plain).path else f"{plain}/v1"

    @property
    def completions(self) -> str:
        """The address of the call."""
        return f"{self.base}{_PATH}"

    @property
    def reader(self) -> str:
        """Name of this reader, as claims carry it."""
        return f"second reader {self.model.strip()}"


def from_environment(environment: Mapping[str, str]) -> SecondReaderSettings | None:
    """Return the settings that the environment names, None where it names none.

    Raises:
        BadChoiceError: An address is set without a model, or one that cannot be used.
    """
    url = environment.get(URL_VARIABLE, "").strip()
    if not url:
        return None
    model = environment.get(MODEL_VARIABLE, "").strip()
    if not model:
        msg = f"{URL_VARIABLE} is set but {MODEL_VARIABLE} is not. Set it to the model's name."
        raise BadChoiceError(msg)
    return SecondReaderSettings(url, model, environment.get(KEY_VARIABLE, "").strip())


def what_leaves(settings: SecondReaderSettings) -> str:
    """Return one sentence that says what is sent, and where to."""
    what = "Sentences that may speak of control, each with the one before and after it, are sent to"
    if settings.is_here:
        return f"{what} {settings.host}, which is this machine; nothing leaves it."
    lock = "" if settings.url.startswith("https:") else ", unencrypted"
    return f"{what} {settings.host}{lock}; nothing else leaves this machine."
