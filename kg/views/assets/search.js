// Search by name, number, code, full pinyin or its initials.
"use strict";

const search = (() => {
  const MOST = 12;
  let matches = [];
  let marked = 0;

  /** How well a node fits, 0 for not at all: the beginning of a name before its middle, names before other forms. */
  function fitness(node, wanted) {
    const name = node.label.toLowerCase();
    if (name === wanted) return 5;
    if (name.startsWith(wanted)) return 4;
    if (name.includes(wanted)) return 3;
    if (node.find.split(" ").some((form) => form.startsWith(wanted))) return 2;
    return wanted.length > 1 && node.find.includes(wanted) ? 1 : 0;
  }

  function find(text) {
    const wanted = text.trim().toLowerCase();
    if (!wanted) return [];
    return data.nodes
      .map((node) => ({ node, fit: fitness(node, wanted) }))
      .filter(({ fit }) => fit > 0)
      .sort((a, b) => b.fit - a.fit || b.node.size - a.node.size || a.node.id - b.node.id)
      .slice(0, MOST)
      .map(({ node }) => node);
  }

  const list = () => dom.byId("matches");

  function option(node, place) {
    return dom.make(
      "li",
      {
        role: "option",
        id: `match-${place}`,
        "aria-selected": String(place === marked),
        onmousedown: (event) => {
          event.preventDefault();
          take(node);
        },
      },
      marks.glyph(paint.outlines(node)),
      dom.make("span", { class: "name", text: node.label }),
      dom.make("span", { class: "small", text: node.code || node.year || words.label(node.kind) }),
    );
  }

  function show() {
    const box = dom.byId("search");
    const open = box.value.trim() !== "";
    list().hidden = !open;
    box.setAttribute("aria-expanded", String(open));
    list().replaceChildren(
      ...(matches.length ? matches.map(option) : [dom.make("li", { class: "nothing", text: words.t("no_match") })]),
    );
    if (matches.length) box.setAttribute("aria-activedescendant", `match-${marked}`);
    else box.removeAttribute("aria-activedescendant");
  }

  function take(node) {
    clear();
    dom.byId("search").blur();
    panel.choose({ node: node.id });
  }

  function clear() {
    const box = dom.byId("search");
    box.value = "";
    matches = [];
    list().hidden = true;
    box.setAttribute("aria-expanded", "false");
  }

  function keydown(event) {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && matches.length) {
      marked = (marked + step + matches.length) % matches.length;
      event.preventDefault();
      show();
    } else if (event.key === "Enter" && matches[marked]) {
      take(matches[marked]);
    }
  }

  function draw() {
    return dom.make(
      "div",
      { class: "search" },
      dom.make("input", {
        id: "search",
        type: "search",
        role: "combobox",
        "aria-expanded": "false",
        "aria-controls": "matches",
        autocomplete: "off",
        spellcheck: "false",
        placeholder: words.t("search"),
        title: words.t("search_hint"),
        "aria-label": words.t("search"),
        oninput: (event) => {
          matches = find(event.target.value);
          marked = 0;
          show();
        },
        onkeydown: keydown,
        onblur: () => (list().hidden = true),
      }),
      dom.make("kbd", { text: "/" }),
      dom.make("ul", { id: "matches", role: "listbox", hidden: true }),
    );
  }

  return { draw, clear };
})();
