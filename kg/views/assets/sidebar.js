// The left column: the legend as switches for labels, types and initiatives, with counts; the colours of regions.
"use strict";

const sidebar = (() => {
  /** A switch with glyph, name and how many of it are visible of how many there are. */
  function chip(id, shape, colour, text, shown, all, on, toggle) {
    return dom.make(
      "button",
      { type: "button", class: "chip", "aria-pressed": String(on), "data-id": id, title: text, onclick: toggle },
      dom.glyph(shape, colour),
      dom.make("span", { class: "name", text }),
      dom.make("span", {
        class: "count",
        text: on && shown !== all ? `${words.number(shown)}/${words.number(all)}` : words.number(all),
      }),
    );
  }

  function count(items, flags) {
    const counts = new Map();
    for (const item of items) {
      const [shown, all] = counts.get(item.kind) ?? [0, 0];
      counts.set(item.kind, [shown + (flags[item.id] ? 1 : 0), all + 1]);
    }
    return counts;
  }

  function section(title, id, ...children) {
    return dom.make("section", { id }, dom.make("h2", { text: title }), ...children);
  }

  function nodeTypes() {
    const counts = count(data.nodes, filter.shown.nodes);
    return data.page.legend.nodes.map(({ kind, shape, colour }) =>
      chip(kind, shape, colour, words.label(kind), ...counts.get(kind), !state.current.hiddenNodes.has(kind), () =>
        state.change({ hiddenNodes: state.toggled(state.current.hiddenNodes, kind) }),
      ),
    );
  }

  function linkTypes() {
    const counts = count(data.links, filter.shown.links);
    return data.page.legend.edges.map(({ kind, colour }) =>
      chip(kind, "line", colour, words.type(kind), ...counts.get(kind), !state.current.hiddenLinks.has(kind), () =>
        state.change({ hiddenLinks: state.toggled(state.current.hiddenLinks, kind) }),
      ),
    );
  }

  /** Initiatives by how many regions adopt them, each with that number. */
  function initiatives() {
    const adopters = new Map(data.initiatives.map((id) => [id, [0, 0]]));
    for (const link of data.adoptions) {
      const pair = adopters.get(link.to);
      if (!pair) continue;
      pair[1] += 1;
      if (filter.shown.links[link.id]) pair[0] += 1;
    }
    const { colour, shape } = data.styles.nodes.get("Initiative");
    return [...adopters]
      .sort((a, b) => b[1][1] - a[1][1] || a[0] - b[0])
      .map(([id, [shown, all]]) =>
        chip(
          data.nodes[id].key,
          shape,
          colour,
          data.nodes[id].label,
          shown,
          all,
          !state.current.hiddenInitiatives.has(id),
          () => state.change({ hiddenInitiatives: state.toggled(state.current.hiddenInitiatives, id) }),
        ),
      );
  }

  function initiativeSection() {
    if (data.initiatives.length < 2) return null;
    const part = section(words.t("initiatives"), "initiatives", dom.make("div", { class: "scroll" }, ...initiatives()));
    part.querySelector("h2").append(
      dom.button(words.t("all"), () => state.change({ hiddenInitiatives: new Set() }), { class: "link" }),
      dom.button(words.t("none"), () => state.change({ hiddenInitiatives: new Set(data.initiatives) }), {
        class: "link",
      }),
    );
    return part;
  }

  function key(shape, colour, text, hollow = false) {
    return dom.make("li", {}, dom.glyph(shape, colour, hollow), dom.make("span", { text }));
  }

  function ramp() {
    const bar = dom.make("i", { class: "ramp" });
    bar.style.setProperty("background", `linear-gradient(90deg, ${paint.RAMP.join(", ")})`);
    const [low, high] = data.span;
    return dom.make(
      "div",
      { class: "scale" },
      bar,
      dom.make("span", { text: `${words.t("early")} ${low}` }),
      dom.make("span", { text: `${words.t("late")} ${high}` }),
    );
  }

  function colours() {
    const list = dom.make("ul", { class: "keys" });
    const { colour } = state.current;
    if (colour === "year") {
      list.append(key("dot", paint.NEW, words.t("new_this_year", { year: state.current.to }), true));
      list.append(key("dot", paint.SILENT.border, words.t(data.page.covered ? "silent" : "not_yet")));
      if (data.page.covered) list.append(key("dot", paint.UNOBSERVED.border, words.t("unobserved"), true));
    }
    if (colour === "level") {
      const present = new Set(data.nodes.map((node) => node.level));
      for (const [level, tone] of Object.entries(paint.LEVELS)) {
        if (present.has(level)) list.append(key("dot", tone, words.value(level)));
      }
    }
    if (colour === "province") {
      for (const code of paint.provinceCodes) {
        if (data.provinces.has(code)) list.append(key("dot", paint.provinceColour(code), data.provinces.get(code)));
      }
    }
    return list;
  }

  function legend() {
    if (!data.styles.nodes.has("Region")) return null;
    const choices = ["year", "type", "level", "province"].filter((value) => value !== "year" || data.span);
    const select = dom.make("select", {
      id: "colour-by",
      "aria-label": words.t("colour_by"),
      onchange: (event) => state.change({ colour: event.target.value }),
    });
    for (const value of choices) {
      select.append(
        dom.make("option", { value, text: words.t(`by_${value}`), selected: value === state.current.colour }),
      );
    }
    return section(
      words.t("legend"),
      "legend",
      dom.make("label", { class: "pick" }, dom.make("span", { text: words.t("colour_by") }), select),
      state.current.colour === "year" && data.span ? ramp() : null,
      colours(),
      data.links.some((link) => link.dashes) ? dom.make("p", { class: "small", text: words.t("planned_line") }) : null,
      dom.make("p", { class: "small", id: "adopters", text: adopters() }),
    );
  }

  /** How many regions adopt, of how many: the denominator leaves out those nobody looked at, where that is known. */
  function adopters() {
    const regions = data.nodes.filter((node) => node.kind === "Region" && filter.shown.nodes[node.id]);
    const n = regions.filter((node) => filter.shown.adopted.has(node.id)).length;
    const observed = regions.filter((node) => filter.shown.adopted.has(node.id) || filter.observed(node)).length;
    return words.t(data.page.covered ? "adopters_observed" : "adopters", { n, observed, all: regions.length });
  }

  function draw() {
    const side = dom.byId("sidebar");
    const { scrollTop } = side;
    const listTop = side.querySelector(".scroll")?.scrollTop;
    const active = document.activeElement?.dataset?.id ?? document.activeElement?.id;
    side.replaceChildren(
      ...[
        section(words.t("node_types"), "node-types", ...nodeTypes()),
        legend(),
        initiativeSection(),
        section(words.t("relationship_types"), "link-types", ...linkTypes()),
      ].filter(Boolean),
    );
    side.scrollTop = scrollTop;
    if (listTop) side.querySelector(".scroll").scrollTop = listTop;
    if (active) (side.querySelector(`[data-id="${CSS.escape(active)}"]`) ?? dom.byId(active))?.focus();
  }

  state.listen(draw);
  return { draw };
})();
