"""A dashboard in a browser window: what a person does there and what can be seen."""

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

# A first start builds the index of places, which takes long on a busy machine.
READY_MS = 280_000


class Dashboard:
    """One window on the page."""

    def __init__(self, page, url, query=""):
        self.page = page
        self.url = url
        self.runs = 0
        self.drawn = []
        page.on("websocket", self._listen)
        page.goto(f"{url}/{query}")
        page.wait_for_selector(".st-key-panel [role=tab]", timeout=READY_MS)
        self.wait_for_map()

    def _listen(self, socket):
        socket.on("framesent", self._count)
        socket.on("framereceived", self._note)

    def _count(self, frame):
        """Count how often the window asks the script to run."""
        if isinstance(frame, bytes):
            message = BackMsg()
            message.ParseFromString(frame)
            self.runs += message.WhichOneof("type") == "rerun_script"

    def _note(self, frame):
        """Note the kind of each element that the server sends."""
        message = ForwardMsg()
        if isinstance(frame, bytes):
            message.ParseFromString(frame)
            if message.delta.WhichOneof("type") == "new_element":
                self.drawn.append(message.delta.new_element.WhichOneof("type"))
            elif message.WhichOneof("type") in {"ref_hash", "new_session"}:
                self.drawn.append(message.WhichOneof("type"))

    @property
    def frame(self):
        element = self.page.wait_for_selector(".st-key-canvas iframe", timeout=READY_MS)
        return element.content_frame()

    def wait_for_map(self):
        self.frame.wait_for_selector(".wh[data-ready=yes]", timeout=READY_MS)
        self.frame.wait_for_function("window.Whoheld.app.history !== null", timeout=READY_MS)

    def day(self):
        return self.frame.evaluate("Whoheld.isoOf(Whoheld.app.shown)")

    def id_of(self, name):
        """Return the id of the place of this name on the map."""
        return self.frame.evaluate(
            "(name) => Whoheld.app.history.ids[Whoheld.app.history.names.indexOf(name)]", name
        )

    def state_of(self, place_id):
        """Return what the map draws of a place on the day shown: state, standing, parties."""
        return self.frame.evaluate(
            """(id) => {
                const {history} = Whoheld.app;
                const look = history.looks[Whoheld.app.moment.code[history.byId.get(id)] >> 3];
                return [look.state, look.standing, ...look.parties];
            }""",
            place_id,
        )

    def view(self):
        return self.frame.evaluate("Whoheld.app.view()")

    def panel(self):
        """Return the words of the panel; blanks that do not break count as blanks."""
        return self.page.inner_text(".st-key-panel").replace("\xa0", " ")

    def link(self):
        return self.page.evaluate("location.href")

    def open_span(self, words):
        self.frame.get_by_role("button", name=words, exact=True).click()

    def x_of(self, day):
        """Return where a day stands on the chart, in pixels of the window."""
        box = self.frame.query_selector(".wh-chart").bounding_box()
        inside = self.frame.evaluate(
            "(day) => Whoheld.app.timeline.chart.x(Whoheld.dayOf(day))", day
        )
        return box["x"] + inside, box["y"] + box["height"] / 2

    def click_place(self, place_id):
        box = self.page.query_selector(".st-key-canvas iframe").bounding_box()
        at = self.frame.evaluate(
            """(id) => {
                const {app} = Whoheld, i = app.history.byId.get(id);
                const p = app.map.latLngToContainerPoint([app.history.lat[i], app.history.lon[i]]);
                return [p.x, p.y];
            }""",
            place_id,
        )
        self.page.mouse.click(box["x"] + at[0], box["y"] + at[1])

    def settle(self):
        """Wait until the page has drawn what it was told."""
        self.page.wait_for_timeout(300)
        self.page.wait_for_function(
            "document.querySelector('.stApp').dataset.testScriptState !== 'running'"
        )
        self.page.wait_for_timeout(200)
