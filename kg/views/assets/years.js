// The years: two handles, play, and bars over them that count new adoptions.
"use strict";

const years = (() => {
  const BEAT = 900;
  let timer = null;

  /** How many first adoptions of the visible initiatives there are, by year. */
  function newAdoptions() {
    const counts = new Map();
    for (const { rows } of traced.visible()) {
      for (const { year } of rows.values()) if (year) counts.set(year, (counts.get(year) ?? 0) + 1);
    }
    return counts;
  }

  function bars() {
    const [low, high] = data.span;
    const counts = newAdoptions();
    const most = Math.max(1, ...counts.values());
    const row = dom.make("div", { class: "bars", "aria-hidden": "true" });
    for (let year = low; year <= high; year += 1) {
      const n = counts.get(year) ?? 0;
      const bar = dom.make("i", { title: words.t("bars", { year, n }), "data-year": year, "data-count": n });
      bar.style.setProperty("height", `${n ? 3 + (n / most) * 25 : 1}px`);
      if (!filter.inYears(year)) bar.className = "out";
      else if (year === state.current.to) bar.className = "now";
      row.append(bar);
    }
    return row;
  }

  function ticks() {
    const [low, high] = data.span;
    const every = Math.max(1, Math.ceil((high - low + 1) / Math.max(innerWidth / 90, 3)));
    const row = dom.make("div", { class: "ticks", "aria-hidden": "true" });
    for (let year = low; year <= high; year += 1) {
      row.append(dom.make("span", { text: (year - low) % every ? "" : String(year) }));
    }
    return row;
  }

  function handle(name, value, label) {
    const [low, high] = data.span;
    return dom.make("input", {
      type: "range",
      id: `year-${name}`,
      min: low,
      max: high,
      step: 1,
      value,
      "aria-label": label,
      oninput: (event) => move(name, Number(event.target.value)),
    });
  }

  function move(name, year) {
    stop();
    set(name, year);
  }

  function set(name, year) {
    const { from, to, single } = state.current;
    if (single) state.change({ from: year, to: year });
    else if (name === "from") state.change({ from: Math.min(year, to) });
    else state.change({ to: Math.max(year, from) });
  }

  function mode(single) {
    stop();
    if (single) state.change({ single, from: state.current.to });
    else state.change({ single, from: data.span[0] });
  }

  /** Plays from the first handle, or from where the second stands, to the end. */
  function play() {
    if (timer) {
      stop();
      draw();
      return;
    }
    if (!data.span || data.span[0] === data.span[1]) return;
    if (state.current.to >= data.span[1]) set("to", state.current.single ? data.span[0] : state.current.from);
    timer = setInterval(() => {
      if (state.current.to < data.span[1]) set("to", state.current.to + 1);
      if (state.current.to >= data.span[1]) stop();
      draw();
    }, BEAT);
    draw();
  }

  function stop() {
    clearInterval(timer);
    timer = null;
  }

  const shownYears = () => {
    const { from, to, single } = state.current;
    return single || from === to ? String(to) : `${from}–${to}`;
  };

  function draw() {
    const foot = dom.byId("years");
    const mark = dom.byId("watermark");
    foot.hidden = !data.span;
    mark.textContent = data.span ? shownYears() : "";
    if (!data.span) return;
    const active = document.activeElement?.id;
    const { from, to, single } = state.current;
    const [low, high] = data.span;
    const track = dom.make("div", { class: single ? "track single" : "track" });
    const filled = dom.make("i", { class: "filled" });
    const share = (year) => (high > low ? (year - low) / (high - low) : 0);
    filled.style.setProperty("--from", single ? 0 : share(from));
    filled.style.setProperty("--to", share(to));
    track.append(filled);
    if (!single) track.append(handle("from", from, words.t("first_year")));
    track.append(handle("to", to, words.t("last_year")));
    const slider = dom.make("div", { class: "slider" }, bars(), track, ticks());
    slider.style.setProperty("--years", high - low + 1);
    foot.replaceChildren(
      dom.make(
        "button",
        {
          type: "button",
          id: "play",
          "aria-label": words.t(timer ? "pause" : "play"),
          title: words.t(timer ? "pause" : "play"),
          onclick: play,
        },
        dom.glyph(timer ? "pause" : "play", theme.colours().on_accent),
      ),
      slider,
      dom.make("output", { id: "year-shown", text: shownYears() }),
      dom.segmented(
        words.t("year"),
        [
          ["range", words.t("cumulative")],
          ["single", words.t("single")],
        ],
        single ? "single" : "range",
        (value) => mode(value === "single"),
      ),
    );
    stack();
    if (active) dom.byId(active)?.focus();
  }

  /** Of two handles on one spot the one that still has a way to go lies on top. */
  function stack() {
    const [from, to] = [dom.byId("year-from"), dom.byId("year-to")];
    const middle = (data.span[0] + data.span[1]) / 2;
    from?.style.setProperty("z-index", state.current.from > middle ? 2 : 1);
    to.style.setProperty("z-index", state.current.from > middle ? 1 : 2);
  }

  /** While a handle is held it must stay the same element, so only what it changes is brought up to date. */
  function update() {
    const slider = document.querySelector("#years .slider");
    if (!slider || !document.activeElement?.id.startsWith("year-")) return draw();
    const { from, to, single } = state.current;
    const [low, high] = data.span;
    /** @type {HTMLElement} */
    const filled = slider.querySelector(".filled");
    filled.style.setProperty("--from", String(single ? 0 : (from - low) / Math.max(high - low, 1)));
    filled.style.setProperty("--to", String((to - low) / Math.max(high - low, 1)));
    dom.byId("year-to").value = to;
    if (!single) dom.byId("year-from").value = from;
    stack();
    slider.querySelector(".bars").replaceWith(bars());
    dom.byId("year-shown").textContent = shownYears();
    dom.byId("watermark").textContent = shownYears();
    return undefined;
  }

  state.listen((changed) => {
    if (["lang", "single", "theme"].some((name) => changed.has(name))) draw();
    else if (["from", "to", "hiddenInitiatives", "forms", "least"].some((name) => changed.has(name))) update();
  });

  return { draw, play, shown: shownYears };
})();
