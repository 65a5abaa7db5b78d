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

  /** Slider, year and play: made once, since what is held by the mouse must outlive the redrawing that it causes. */
  const years = (() => {
    const slider = dom.make("input", {
      type: "range", min: "0", max: String(model.years.length), step: "1", id: "year", "aria-label": say("years"),
      oninput: (event) => { stop(); show(Number(event.target.value)); },
    });
    const output = dom.make("output", { for: "year" });
    const play = dom.button("", () => toggle(), { class: "play" });
    const group = dom.make("span", { class: "group years" }, dom.make("label", { class: "name", for: "year", text: say("years") }), slider, output, play);

    function update() {
      const { year } = state.current;
      slider.value = String(year === null ? model.years.length : data.yearAt(year));
      output.textContent = String(year ?? say("years_all"));
      slider.setAttribute("aria-valuetext", output.textContent);
      play.textContent = say(playing ? "pause" : "play");
    }
    return { group, update };
  })();

  function named(name, choices, current, choose) {
    return dom.make("span", { class: "group" }, dom.make("span", { class: "name", text: say(name) }), dom.segmented(say(name), choices, current, choose));
  }

  function draw_() {
    const box = dom.byId("controls");
    const levels = [["all", say("filter_all")], ...data.levels.map((name) => [name, data.level(name)])];
    const focused = document.activeElement?.id || document.activeElement?.dataset?.value || document.activeElement?.className;
    box.setAttribute("aria-label", say("filter"));
    if (!box.contains(years.group)) box.replaceChildren(years.group);
    for (const child of [...box.children]) if (child !== years.group) child.remove();
    years.group.before(named("filter", levels, state.current.level, (level) => state.change({ level })));
    if (data.switched) {
      years.group.before(named("forms", [["all", say("forms_all")], ["name", say("forms_name")]], data.alone ? "name" : "all", (name) => state.load(name === "name")));
    }
    years.group.after(dom.make("span", { class: "group right" }, dom.button(say("print"), () => print(), { class: "print" }), theme()));
    years.update();
    if (focused) {
      const again = document.getElementById(focused) ?? box.querySelector(`[data-value="${CSS.escape(focused)}"], .${CSS.escape(focused)}`);
      if (box.contains(again)) again.focus({ preventScroll: true });
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
