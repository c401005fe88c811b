"""From the bytes of a file to its text."""

import codecs
import re

from charset_normalizer import from_bytes

from components.articles.text import TEXT_LIMIT
from components.errors import UnreadableArticleError

BYTE_LIMIT = 4 * TEXT_LIMIT
"""Bytes that a file with one article may have: the most that `TEXT_LIMIT` characters take."""

# The longer mark first: UTF-32 begins with the mark of UTF-16.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAVE_AS = "Save it as plain text (.txt) or as a web page (.html) and add that."
_SIGNATURES = (
    (b"%PDF", f"a PDF file. {_SAVE_AS}"),
    (b"\x89PNG", "a PNG picture. Type or paste the text that it shows."),
    (b"\xff\xd8\xff", "a JPEG picture. Type or paste the text that it shows."),
    (b"GIF8", "a GIF picture. Type or paste the text that it shows."),
    (b"RIFF", "a sound, film or picture file. Paste the text instead."),
    (b"{\\rtf", f"a Rich Text document. {_SAVE_AS}"),
    (b"\xd0\xcf\x11\xe0", f"an old Office document. {_SAVE_AS}"),
    (b"\x1f\x8b", "a gzip archive. Unpack it and add what is in it."),
    (b"BZh", "a bzip2 archive. Unpack it and add what is in it."),
    (b"\xfd7zXZ", "an xz archive. Unpack it and add what is in it."),
    (b"7z\xbc\xaf", "a 7-Zip archive. Unpack it and add what is in it."),
    (b"Rar!", "a RAR archive. Unpack it and add what is in it."),
    (b"SQLite format 3", "a database. Export the articles as JSON Lines and add that."),
    (b"\x7fELF", "a program. Choose the file that holds the article."),
    (b"MZ\x90", "a program. Choose the file that holds the article."),
    (b"bplist", "a web archive. Save the page as .html and add that."),
)
_ZIPPED = (
    (b"word/", f"a Word document (.docx). {_SAVE_AS}"),
    (b"xl/", "an Excel workbook (.xlsx). Export its articles as JSON Lines and add that."),
    (b"ppt/", f"a presentation (.pptx). {_SAVE_AS}"),
    (b"opendocument.text", f"an OpenDocument text (.odt). {_SAVE_AS}"),
    (b"epub", f"an e-book (.epub). {_SAVE_AS}"),
)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
# The encodings in which news has been kept; without the list rare ones win by chance.
_LEGACY = [
    *("cp1252", "cp1251", "cp1256", "cp1250", "cp1254", "cp1255", "koi8_r", "koi8_u"),
    *("cp866", "iso8859_6", "gb18030", "big5", "shift_jis", "euc_jp", "euc_kr"),
]
_SAMPLE_BYTES = 60_000


def decode(data: bytes, name: str) -> str:
    """Turn the bytes of a file into text.

    Args:
        data: The whole file.
        name: Its name, for the message.

    Raises:
        UnreadableArticleError: The file is empty, too large, no text, or in an encoding that
            was not recognised; says which and what to do.
    """
    if not data.strip():
        msg = f"{name!r} is empty. Choose the file that holds the article, or paste its text."
        raise UnreadableArticleError(msg)
    check_size(len(data), name)
    _refuse_binary(data, name)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode(data[len(mark) :], encoding, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        if "\0" not in text:
            return text
    text_16 = _utf_16(data)
    if text_16 is not None:
        return text_16
    if b"\0" in data:
        msg = f"{name!r} is not text: it holds zero bytes. {_SAVE_AS}"
        raise UnreadableArticleError(msg)
    return _decode_legacy(data, name)


def check_size(size_bytes: int, name: str) -> None:
    """Refuse a file that is too large for one article, before it is read.

    Raises:
        UnreadableArticleError: Names the size and the limit.
    """
    if size_bytes > BYTE_LIMIT:
        msg = (
            f"{name!r} has {size_bytes / 1e6:.0f} MB; a file with one article may have "
            f"{BYTE_LIMIT / 1e6:.0f} MB. Split it into one file an article, or into JSON Lines "
            "(.jsonl) with one article a line."
        )
        raise UnreadableArticleError(msg)


def _refuse_binary(data: bytes, name: str) -> None:
    head = data[:8192]
    kind = next((words for magic, words in _SIGNATURES if data.startswith(magic)), None)
    if data.startswith(b"PK\x03\x04"):
        other = "a zip archive. Unpack it and add what is in it."
        whole = head + data[-8192:]
        kind = next((words for inside, words in _ZIPPED if inside in whole), other)
    if kind:
        msg = f"{name!r} is not text but looks like {kind}"
        raise UnreadableArticleError(msg)


def _decode(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        msg = (
            f"{name!r} begins like {encoding.upper()} text but byte {error.start:,} does not "
            "belong there. Save it again as UTF-8."
        )
        raise UnreadableArticleError(msg) from error


def _utf_16(data: bytes) -> str | None:
    """Decode UTF-16 without a mark: prose has zero bytes, and letters in only one order."""
    if b"\0" not in data[:_SAMPLE_BYTES] or len(data) % 2:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        sample = data[:_SAMPLE_BYTES].decode(encoding, "replace")
        prose = sum(char.isalpha() or char in " \n\r\t" for char in sample)
        # In the wrong order blanks become U+2000 and letters are scattered over all scripts.
        if prose * 10 >= len(sample) * 6 and sample.count(" ") * 40 >= len(sample):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return None
    return None


def _decode_legacy(data: bytes, name: str) -> str:
    declared = _META_CHARSET.search(data[:4096])
    if declared:
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    best = from_bytes(data[:_SAMPLE_BYTES], cp_isolation=_LEGACY, threshold=0.3).best()
    if best is not None:
        try:
            return data.decode(best.encoding)
        except UnicodeDecodeError:
            pass
    msg = (
        f"The encoding of {name!r} was not recognised, so its letters would come out wrong. "
        "Open it in an editor that shows it properly and save it as UTF-8."
    )
    raise UnreadableArticleError(msg)
