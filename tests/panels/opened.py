"""The page as AppTest opens it, and what stands on it."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

APP = Path(__file__).resolve().parents[2] / "app.py"


def open_page(**link):
    app = AppTest.from_file(str(APP), default_timeout=60)
    for name, value in link.items():
        app.query_params[name] = value
    app.run()
    return app


def shown(app):
    """All that st.html shows on the page."""
    return "\n".join(element.proto.body for element in app.get("html"))


def wait_for_reading(app):
    """Run the page until its background job is over; the test's timeout ends it otherwise."""
    job = app.session_state["job"]
    assert job.wait(120)
    app.run()
    return app
