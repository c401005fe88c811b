/** Starts a saved page from the data that lies in it. */
(async function () {
  "use strict";
  const W = window.Whoheld;

  /** Data of the page; long ones are deflated. @param {string} id */
  const read = async (id) => {
    const data = JSON.parse(document.getElementById(id).textContent);
    if (typeof data.deflated !== "string") return data;
    const bytes = Uint8Array.from(atob(data.deflated), (sign) => sign.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return JSON.parse(await new Response(stream).text());
  };

  try {
    const [saved, history, basemap, evidence] = await Promise.all(
      ["saved", "history", "basemap", "evidence"].map(read),
    );
    document.getElementById("counts").textContent = W.countsLine(saved);
    const app = W.mount(document.getElementById("map"), {
      data: history,
      basemap,
      day: saved.day,
      place: saved.place,
      view: saved.view,
      credits: saved.credits,
    });
    await app.ready;
    if (!app.history) throw new Error("the history could not be read");
    const panel = new W.Panel(app, saved, evidence);
    // A day outside the timeline has been moved to its end.
    panel.show(W.isoOf(app.day), app.placeId);
    const follow = (event) => panel.show(event.detail.day, event.detail.place);
    document.addEventListener("whoheld:select", follow);
    document.addEventListener("whoheld:day", follow);
    W.followTheme((theme) => {
      document.body.dataset.theme = theme;
      panel.drawSoon();
    });
    document.body.dataset.ready = "yes";
  } catch (error) {
    console.error(error);
    const word = "The map could not be drawn. Open this file in a browser of 2023 or later.";
    document.getElementById("panel").replaceChildren(W.el("p", "", word));
  }
})();
