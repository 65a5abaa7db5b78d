// What colours and marks mean, with how many regions each stands for.
"use strict";

const legend = (() => {
  const key = (outlines, text, count) => ({ outlines, text, count });

  function line({ outlines, text, count }) {
    return dom.make(
      "li",
      {},
      marks.glyph(outlines),
      dom.make("span", { class: "name", text }),
      count === undefined ? null : dom.make("span", { class: "count", text: words.number(count) }),
    );
  }

  /** How many of the regions that are drawn come to each state. */
  function drawnStates() {
    const found = new Map();
    for (const node of data.nodes) {
      if (!filter.shown.nodes[node.id] || !traced.LEVELS.includes(node.level)) continue;
      const { state: said } = traced.ofNode(node);
      found.set(said, (found.get(said) ?? 0) + 1);
    }
    return found;
  }

  function states() {
    const counted = drawnStates();
    const sum = traced.ORDER.filter(traced.isAdoption).reduce((all, name) => all + (counted.get(name) ?? 0), 0);
    const tone = theme.colours().status;
    const list = [key(marks.region("implemented", tone), words.said("stated"), sum)];
    for (const name of traced.ORDER.filter((each) => !traced.isAdoption(each))) {
      const always = ["planned", "silent", "none"].includes(name);
      if (!always && !counted.get(name)) continue;
      if (!traced.isCovered && ["silent", "none"].includes(name)) continue;
      list.push(key(marks.region(name, tone), words.said(name), counted.get(name) ?? 0));
    }
    return list;
  }

  function classes() {
    const found = paint.yearClasses();
    const colours = paint.ramp(found.length);
    return found.map(([first, last, count], at) =>
      key(marks.region("implemented", colours[at]), first === last ? String(first) : `${first}–${last}`, count),
    );
  }

  function tones() {
    const { colour } = state.current;
    if (colour === "year") return classes();
    if (colour === "level") {
      const present = new Set(data.nodes.map((node) => node.level));
      return traced.LEVELS.filter((level) => present.has(level)).map((level) =>
        key(marks.region("implemented", theme.colours()[level]), words.value(level)),
      );
    }
    if (colour === "province") {
      return paint.provincesShown()
        .filter((code) => data.provinces.has(code))
        .map((code) => key(marks.region("implemented", paint.provinceColour(code)), data.provinces.get(code)));
    }
    return [];
  }

  /** What else the timeline has: shapes by level, outlines by how closely a year is known, the launch, the policies. */
  function ofTimeline() {
    const { status, ink, initiative, province } = theme.colours();
    const outlined = (dash) => [{ ...marks.region("implemented", status)[0], stroke: ink, width: 1.5, dash }];
    const present = new Set(traced.regions.map(([, level]) => level));
    const policy = data.styles.nodes.get("Policy");
    return [
      ...traced.LEVELS.filter((level) => present.has(level)).map((level) =>
        key(marks.region("implemented", status, marks.levelShape(level)), words.value(level)),
      ),
      key(outlined(null), words.t("year_exact")),
      key(outlined([2, 1.6]), words.t("year_bounded")),
      key(marks.node("diamond", initiative), words.t("launch_document")),
      key([{ d: "M-1-1H1V1H-1Z", fill: paint.mix(theme.colours().stage.slice(0, 7), province, 0.25) }], words.t("launch_before")),
      policy ? key(marks.node("triangleDown", theme.of(policy)), words.label("Policy")) : null,
    ].filter(Boolean);
  }

  function picker() {
    const choices = ["year", "type", "level", "province"].filter((value) => value !== "year" || data.span);
    const select = dom.make("select", {
      id: "colour-by",
      "aria-label": words.t("colour_by"),
      onchange: (event) => state.change({ colour: event.target.value }),
    });
    for (const value of choices) {
      select.append(dom.make("option", { value, text: words.t(`by_${value}`), selected: value === state.current.colour }));
    }
    return dom.make("label", { class: "pick" }, dom.make("span", { text: words.t("colour_by") }), select);
  }

  function draw() {
    if (!data.styles.nodes.has("Region")) return null;
    const told = data.initiatives.length > 0 && traced.regions.length > 0;
    return dom.make(
      "section",
      { id: "legend" },
      dom.make("h2", { text: words.t("legend") }),
      told ? dom.make("ul", { class: "keys", id: "states" }, ...states().map(line)) : null,
      told && state.current.layout === "timeline" ? dom.make("ul", { class: "keys" }, ...ofTimeline().map(line)) : null,
      picker(),
      dom.make("ul", { class: "keys", id: "tones" }, ...tones().map(line)),
      data.links.some((link) => link.dashes) ? dom.make("p", { class: "small", text: words.t("planned_line") }) : null,
    );
  }

  /** All that a picture needs explained: states, colours, shapes of other labels. */
  function all() {
    const told = data.initiatives.length > 0 && traced.regions.length > 0;
    const isTimeline = state.current.layout === "timeline";
    const present = new Set(data.nodes.filter((node) => filter.shown.nodes[node.id]).map((node) => node.kind));
    const others = data.page.legend.nodes.filter(({ kind }) => kind !== "Region" && present.has(kind));
    return [
      ...(told ? states().filter(({ count }) => count > 0) : []),
      ...(isTimeline ? ofTimeline() : []),
      ...tones(),
      ...(isTimeline ? [] : others.map((style) => key(marks.node(style.shape, theme.of(style)), words.label(style.kind)))),
    ].map((item) => (item.count === undefined ? item : { ...item, text: `${item.text} ${words.number(item.count)}` }));
  }

  return { draw, all };
})();
