// The right column: what is chosen, with its sentences; a node's properties and its history by year; the table.
"use strict";

const panel = (() => {
  const AT_ONCE = 40;

  const total = (items) => items.reduce((sum, item) => sum + (item.n ?? 1), 0);
  const counted = (n) => (n === 1 ? words.t("one_statement") : words.t("statements", { n: words.number(n) }));

  /** Chooses a node or link, and makes its label visible where that was switched off. */
  function choose(chosen) {
    const patch = { chosen };
    const kind = chosen.node !== undefined && data.nodes[chosen.node].kind;
    if (kind && state.current.hiddenNodes.has(kind)) patch.hiddenNodes = state.toggled(state.current.hiddenNodes, kind);
    if (state.current.hiddenInitiatives.has(chosen.node)) {
      patch.hiddenInitiatives = state.toggled(state.current.hiddenInitiatives, chosen.node);
    }
    state.change(patch);
    if (chosen.node !== undefined) picture.moveTo(chosen.node);
  }

  function nodeButton(id) {
    const node = data.nodes[id];
    const element = dom.button("", () => choose({ node: id }), { class: "node", title: words.label(node.kind) });
    element.append(marks.glyph(paint.outlines(node)), dom.make("span", { text: node.label }));
    return element;
  }

  /** The elements, the first ones at once and the others on request. */
  function few(items, draw) {
    const list = dom.make("div", { class: "list" });
    const more = (from) => {
      list.append(...items.slice(from, from + AT_ONCE).map(draw));
      const left = items.length - from - AT_ONCE;
      if (left > 0) {
        const next = dom.button(
          `+ ${words.number(left)}`,
          () => {
            next.remove();
            more(from + AT_ONCE);
          },
          { class: "more" },
        );
        list.append(next);
      }
    };
    more(0);
    return list;
  }

  function linkDetails(link) {
    const stated = filter.statements(link);
    return [
      dom.make(
        "div",
        { class: "ends" },
        nodeButton(link.from),
        dom.make(
          "div",
          { class: "arrow" },
          dom.glyph("line", data.styles.edges.get(link.kind).colour),
          dom.make("span", { text: words.type(link.kind) }),
          dom.make("b", { text: "→" }),
        ),
        nodeButton(link.to),
      ),
      dom.make("h3", { text: counted(total(stated)) }),
      few(stated, (item) => statement.card(item)),
    ];
  }

  function properties(node) {
    const list = dom.make("dl");
    for (const [name, value] of Object.entries(data.properties[node.id])) {
      const text = Array.isArray(value) ? value.join("; ") : value === true ? "✓" : words.value(String(value));
      list.append(dom.make("dt", { text: words.property(name) }), dom.make("dd", { text }));
    }
    return list;
  }

  /** All that is said of a node, the oldest first, what has no year at the end. */
  function history(node) {
    const entries = data.linksOf[node.id]
      .filter((id) => filter.shown.links[id])
      .flatMap((id) => filter.statements(data.links[id]).map((item) => ({ link: data.links[id], item })));
    return entries.sort((a, b) => (a.item.year ?? 9999) - (b.item.year ?? 9999) || a.link.id - b.link.id);
  }

  function entry({ link, item }, node) {
    const outward = link.from === node.id;
    const phrase = dom.make("div", { class: "phrase" });
    const relation = dom.make("span", {
      class: "relation",
      text: outward ? `${words.type(link.kind)} →` : `← ${words.type(link.kind)}`,
    });
    phrase.append(relation, nodeButton(outward ? link.to : link.from));
    return dom.make("div", { class: "entry" }, phrase, statement.card(item, true));
  }

  function byYear(node) {
    let year = null;
    return few(history(node), (part) => {
      const heading = part.item.year ?? words.t("undated");
      const block = dom.make("div", {});
      if (heading !== year) block.append(dom.make("h4", { text: String(heading) }));
      year = heading;
      block.append(entry(part, node));
      return block;
    });
  }

  function focusTools(node) {
    const { focus, hops } = state.current;
    const tools = dom.make("div", { class: "tools" });
    const focused = focus === node.id;
    tools.append(
      dom.button(words.t(focused ? "unfocus" : "focus"), () => state.change({ focus: focused ? null : node.id }), {
        id: "focus",
        "aria-pressed": String(focused),
      }),
    );
    if (focused) {
      tools.append(
        dom.segmented(
          words.t("hops"),
          [1, 2, 3].map((n) => [n, String(n)]),
          hops,
          (n) => state.change({ hops: n, focus: node.id }),
        ),
        dom.make("span", { class: "small", text: words.t("hops") }),
      );
    }
    return tools;
  }

  /** The button that unfolds a group, or folds again that of a member. */
  function folding(node) {
    const place = folds.placeOf(node);
    if (place === undefined) return null;
    if (!folds.isThere(place)) return dom.make("p", { class: "small", text: words.t("group_not_there") });
    const isGroup = node.group !== undefined;
    const name = data.groups[place];
    const act = isGroup ? () => folds.open(place) : () => folds.close(place);
    return dom.make(
      "div",
      { class: "tools" },
      dom.button(words.t(isGroup ? "unfold" : "fold", { n: words.number(name.n) }), act, { id: "fold" }),
      folds.isBare(place) ? dom.make("p", { class: "small", text: words.t("group_bare") }) : null,
    );
  }

  function nodeDetails(node) {
    return [
      dom.make("div", { class: "title" }, marks.glyph(paint.outlines(node)), dom.make("h2", { text: node.label })),
      dom.make("div", { class: "small kind", text: words.label(node.kind) }),
      node.kind === "Initiative" ? beginning.draw(node.id) : null,
      node.kind === "Initiative" ? spread.draw(node.id) : null,
      folding(node),
      focusTools(node),
      properties(node),
      dom.make("h3", { text: words.t("history") }),
      byYear(node),
    ].filter(Boolean);
  }

  function details() {
    const { chosen } = state.current;
    if (!chosen) return overview.draw();
    if (chosen.region !== undefined) return record.draw(chosen);
    return chosen.node !== undefined ? nodeDetails(data.nodes[chosen.node]) : linkDetails(data.links[chosen.link]);
  }

  function draw() {
    const { chosen } = state.current;
    const head = dom.make("div", { class: "tabs" }, dom.make("h2", { text: words.t("details") }));
    if (chosen) {
      head.append(
        dom.button("×", () => state.change({ chosen: null, focus: null }), {
          class: "close",
          title: words.t("close"),
          "aria-label": words.t("close"),
        }),
      );
    }
    const body = dom.make(
      "div",
      { id: "panel-body", tabindex: "-1" },
      ...details(),
    );
    dom.byId("panel").replaceChildren(head, body);
  }

  state.listen(draw);
  return { draw, choose, counted, total, few, nodeButton };
})();
