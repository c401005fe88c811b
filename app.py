"""Whoheld: who held what, when, and which sentence says so. Start it with `make run`."""

import streamlit as st

from components.panels import draw_page, open_page

st.set_page_config(page_title="Whoheld", layout="wide", initial_sidebar_state="collapsed")
draw_page(open_page())
