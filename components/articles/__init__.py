"""Reads what people give (text, web pages, JSON Lines, folders) into articles."""

from components.articles.given import Given, Problem
from components.articles.reading import read_bytes, read_paths
from components.articles.sentences import paragraph_of, paragraphs, split_sentences
from components.articles.text import TEXT_LIMIT, check_text, from_text, text_digest

__all__ = [
    "TEXT_LIMIT",
    "Given",
    "Problem",
    "check_text",
    "from_text",
    "paragraph_of",
    "paragraphs",
    "read_bytes",
    "read_paths",
    "split_sentences",
    "text_digest",
]
