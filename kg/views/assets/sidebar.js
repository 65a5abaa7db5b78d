// The left column: who states it, which sentences count, the legend, switches for labels, types and initiatives with counts.
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
      if (item.kind === "Group" && !folds.isPresent(item)) continue;
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
    return data.page.legend.nodes.map(({ kind, shape, colour, dark }) =>
      chip(kind, shape, theme.of({ colour, dark }), words.label(kind), ...(counts.get(kind) ?? [0, 0]), !state.current.hiddenNodes.has(kind), () =>
        state.change({ hiddenNodes: state.toggled(state.current.hiddenNodes, kind) }),
      ),
    );
  }

  function linkTypes() {
    const counts = count(data.links, filter.shown.links);
    return data.page.legend.edges.map(({ kind, colour, dark }) =>
      chip(kind, "line", theme.of({ colour, dark }), words.type(kind), ...(counts.get(kind) ?? [0, 0]), !state.current.hiddenLinks.has(kind), () =>
        state.change({ hiddenLinks: state.toggled(state.current.hiddenLinks, kind) }),
      ),
    );
  }

  /** Initiatives by how many regions state that they adopted them, each with that number. */
  function initiatives() {
    const adopters = new Map(data.initiatives.map((id) => [id, [0, 0]]));
    for (const { node, rows } of traced.all().values()) {
      const adopted = [...rows.values()].filter((row) => row.year);
      adopters.set(node, [adopted.filter((row) => traced.isPast(row.year)).length, adopted.length]);
    }
    const { shape, ...style } = data.styles.nodes.get("Initiative");
    return [...adopters]
      .sort((a, b) => b[1][1] - a[1][1] || a[0] - b[0])
      .map(([id, [shown, all]]) =>
        chip(
          data.nodes[id].key,
          shape,
          theme.of(style),
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

  function draw() {
    const side = dom.byId("sidebar");
    const { scrollTop } = side;
    const listTop = side.querySelector(".scroll")?.scrollTop;
    const active = document.activeElement?.dataset?.id ?? document.activeElement?.id;
    side.replaceChildren(
      ...[
        counts.draw(),
        evidence.draw(),
        legend.draw(),
        section(words.t("node_types"), "node-types", ...nodeTypes()),
        initiativeSection(),
        section(words.t("relationship_types"), "link-types", ...linkTypes()),
      ].filter(Boolean),
    );
    side.scrollTop = scrollTop;
    if (listTop) side.querySelector(".scroll").scrollTop = listTop;
    if (active) (side.querySelector(`[data-id="${CSS.escape(active)}"]`) ?? dom.byId(active))?.focus();
  }

  state.listen((changed) => {
    if (changed.size > 1 || !changed.has("chosen")) draw();
  });
  return { draw };
})();
