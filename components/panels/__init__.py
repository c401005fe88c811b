"""The page: bar, map, panel and dialogs. The only package that knows Streamlit."""

from components.panels.page import Page, draw_page, open_page

__all__ = ["Page", "draw_page", "open_page"]
