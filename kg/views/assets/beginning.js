// Where a reform began: first mention, first pilot, first deed, the centre's document, each with its sentence.
"use strict";

const beginning = (() => {
  /** A sentence with the forms found in it marked. */
  function marked(quote, spans = []) {
    const parts = [];
    let at = 0;
    for (const [from, to] of spans) {
      if (from < at) continue;
      parts.push(quote.slice(at, from), dom.make("mark", { text: quote.slice(from, to) }));
      at = to;
    }
    return [...parts, quote.slice(at)];
  }

  function box(item) {
    const told = item.sentence === undefined ? null : traced.sentence(item.sentence);
    const known = item.region === undefined ? undefined : traced.nodeOf(item.region);
    const place =
      known === undefined
        ? dom.make("span", { text: item.place ?? "" })
        : dom.button(item.place, () => panel.choose({ node: known }), { class: "link" });
    const head = item.year ? dom.make("p", { class: "when" }, dom.make("span", { text: item.year }), place) : null;
    return dom.make(
      "article",
      {},
      dom.make("h4", { text: item.what }),
      head,
      item.title ? dom.make("p", { class: "named", text: item.title }) : null,
      told?.quote ? dom.make("blockquote", {}, ...marked(told.quote, told.marks)) : null,
      !told && item.quote ? dom.make("blockquote", { text: item.quote }) : null,
      ...item.notes.map((text) => dom.make("p", { class: "small", text })),
      told ? statement.foot(told) : null,
    );
  }

  /** The four boxes of an initiative; null of one that is not traced. */
  function draw(id) {
    const entry = traced.all().get(id);
    if (!entry) return null;
    return dom.make(
      "section",
      { class: "origin", "aria-label": words.t("origin") },
      dom.make("h3", { text: words.t("origin") }),
      dom.make("div", { class: "boxes" }, ...traced.boxes(entry).map(box)),
    );
  }

  return { draw, marked };
})();
