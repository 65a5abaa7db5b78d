// The head of the page and its switches: level, year with play, theme, print.
"use strict";

const controls = (() => {
  const { model, say } = data;
  const STEP = 900; // milliseconds a year is shown for
  const LONG = 400; // characters of a remark that is shown whole
  let playing = null;

  function head() {
    const title = model.initiative + (model.scope ? ` · ${model.scope}` : "");
    dom.byId("head").replaceChildren(
      dom.make("p", { class: "brand", text: say("brand") }),
      dom.make("h1", { text: title }),
      dom.make("p", { class: "said", text: model.head.said }),
      dom.make("p", { class: "note", text: model.head.sum }),
      data.alone ? dom.make("p", { class: "note", text: say("forms_kept", data.kept) }) : "",
    );
  }

  function theme() {
    const next = looks.theme() === "dark" ? "light" : "dark";
    return dom.button(say(`theme_${next}`), () => apply(next), { class: "theme" });
  }

  function apply(name) {
    document.documentElement.dataset.theme = name;
    state.change({ theme: name });
  }

  function draw_() {
    const { current } = state;
    const { years } = model;
    const levels = [["all", say("filter_all")], ...data.levels.map((name) => [name, data.level(name)])];
    const slider = dom.make("input", {
      type: "range", min: "0", max: String(years.length), step: "1", id: "year", value: String(current.year === null ? years.length : data.yearAt(current.year)),
      "aria-label": say("years"), "aria-valuetext": String(current.year ?? say("years_all")),
      oninput: (event) => { stop(); show(Number(event.target.value)); },
    });
    const focused = document.activeElement?.id || document.activeElement?.dataset?.value || document.activeElement?.className;
    dom.byId("controls").setAttribute("aria-label", say("filter"));
    dom.byId("controls").replaceChildren(
      dom.make("span", { class: "group" }, dom.make("span", { class: "name", text: say("filter") }), dom.segmented(say("filter"), levels, current.level, (level) => state.change({ level }))),
      ...(data.switched ? [dom.make("span", { class: "group" }, dom.make("span", { class: "name", text: say("forms") }), dom.segmented(say("forms"), [["all", say("forms_all")], ["name", say("forms_name")]], data.alone ? "name" : "all", (name) => state.load(name === "name")))] : []),
      dom.make("span", { class: "group years" }, dom.make("label", { class: "name", for: "year", text: say("years") }), slider,
        dom.make("output", { for: "year", text: String(current.year ?? say("years_all")) }),
        dom.button(say(playing ? "pause" : "play"), toggle, { class: "play" })),
      dom.make("span", { class: "group right" }, dom.button(say("print"), () => print(), { class: "print" }), theme()),
    );
    if (focused) {
      const again = document.getElementById(focused) ?? dom.byId("controls").querySelector(`[data-value="${CSS.escape(focused)}"], .${CSS.escape(focused)}`);
      if (dom.byId("controls").contains(again)) again.focus({ preventScroll: true });
    }
  }

  /** The year at a place of the slider; the place behind the last is all years. */
  const show = (at) => state.change({ year: model.years[at] ?? null });

  function stop() {
    clearInterval(playing);
    playing = null;
  }

  function toggle() {
    if (playing) stop();
    else {
      let at = state.current.year === null ? 0 : data.yearAt(state.current.year) + 1;
      if (at >= model.years.length) at = 0;
      show(at);
      playing = setInterval(() => {
        at += 1;
        if (at >= model.years.length) stop();
        else show(at);
        draw_();
      }, STEP);
    }
    draw_();
  }

  /** A button a year, for the tile map. */
  function yearButtons() {
    const choices = [[null, say("years_all")], ...model.years.map((year) => [year, String(year)])];
    const group = dom.segmented(say("years"), choices, state.current.year, (year) => { stop(); state.change({ year }); });
    group.classList.add("years-row");
    return group;
  }

  /** A remark; a long one (the names of all parts) opens on demand. */
  function note(text) {
    if (text.length <= LONG) return dom.make("li", { text });
    return dom.make("li", {}, dom.make("details", {}, dom.make("summary", { text: `${text.slice(0, LONG / 2)}…` }), text));
  }

  function foot() {
    dom.byId("foot").replaceChildren(
      dom.make("h2", { text: say("notes") }),
      dom.make("ul", {}, ...model.notes.map(note)),
      dom.make("p", { text: model.source }),
    );
  }

  const build = () => { head(); draw_(); foot(); };

  return { build, draw: draw_, toggle, yearButtons };
})();
