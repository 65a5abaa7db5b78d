// Search by name, number, code, full pinyin or its initials.
"use strict";

const search = (() => {
  const MOST = 12;
  let matches = [];
  let marked = 0;

  /** How well a node fits a word, 0 for not at all: the beginning of a name before its middle, names before other forms. */
  function fitness(node, wanted) {
    const name = node.label.toLowerCase();
    if (name === wanted) return 5;
    if (name.startsWith(wanted)) return 4;
    if (name.includes(wanted)) return 3;
    if (node.find.split("\n").some((form) => form.startsWith(wanted))) return 2;
    return wanted.length > 1 && (node.find.includes(wanted) || about(node).toLowerCase().includes(wanted)) ? 1 : 0;
  }

  /** A node fits several words where it fits each: as well as it does the worst of them. */
  const fit = (node, words_) => Math.min(...words_.map((word) => fitness(node, word)));

  function find(text) {
    const whole = text.trim().toLowerCase();
    if (!whole) return [];
    const parts = whole.split(/\s+/);
    const known = data.nodes.filter((node) => node.group === undefined);
    return [...known, ...folds.folded()]
      .map((node) => ({ node, fit: Math.max(fitness(node, whole), fit(node, parts)) }))
      .filter((found) => found.fit > 0)
      .sort((a, b) => b.fit - a.fit || b.node.size - a.node.size || (a.node.key < b.node.key ? -1 : 1))
      .slice(0, MOST)
      .map(({ node }) => node);
  }

  /** What tells a node from others of its name: code, number, date, file, region. */
  function about(node) {
    const known = node.properties ?? data.properties[node.id];
    const file = known.paths?.[0];
    const parts = {
      Region: [node.code, node.level && words.value(node.level)],
      Document: [known.number, known.date ?? known.year, file],
      Policy: [known.number !== node.label && known.number, known.date ?? known.year],
      Agency: [node.key.split("/")[1]],
      Event: [known.date ?? known.year],
      Measurement: [known.value, known.unit, known.year],
    }[node.kind] ?? [node.year];
    return parts.filter((part) => part !== undefined && part !== null && part !== false && part !== "").join(" · ");
  }

  /** The other form by which a node was found, where its name does not have what was typed. */
  function byForm(node) {
    const whole = dom.byId("search").value.trim().toLowerCase();
    if (node.kind !== "Initiative" || node.label.toLowerCase().includes(whole)) return "";
    return node.find.split("\n").find((form) => /[一-鿿]/.test(form) && form.includes(whole)) ?? "";
  }

  /** In which group a node is folded. */
  function folded({ inGroup }) {
    return inGroup === undefined || folds.isOpen(inGroup) ? "" : words.t("in_the_group", { group: folds.nameOf(inGroup) });
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
      dom.make("span", { class: "small", text: [words.label(node.kind), byForm(node), about(node), folded(node)].filter(Boolean).join(" · ") }),
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

  /** Chooses what was found; unfolds its group first. */
  async function take(node) {
    clear();
    dom.byId("search").blur();
    if (folded(node)) await folds.open(node.inGroup);
    panel.choose({ node: data.byKey.get(node.key) });
  }

  function look() {
    matches = find(dom.byId("search").value);
    marked = 0;
    show();
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
        oninput: () => {
          look();
          if (folds.isAnyUnread) folds.readAll().then(look);
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
