// The visible statements as a table, linked with the picture, and as CSV.
"use strict";

const table = (() => {
  const MOST = 200;

  /** The visible statements, the oldest first. */
  function rows() {
    const out = [];
    for (const link of data.links) {
      if (filter.shown.links[link.id]) for (const item of filter.statements(link)) out.push({ link, item });
    }
    return out.sort((a, b) => (a.item.year ?? 9999) - (b.item.year ?? 9999) || a.link.id - b.link.id);
  }

  function row({ link, item }) {
    const chosen = state.current.chosen?.link === link.id;
    const cells = [
      item.year ?? "",
      data.nodes[link.from].label,
      words.type(link.kind),
      data.nodes[link.to].label,
      item.status ? words.value(item.status) : "",
    ];
    return dom.make(
      "tr",
      {
        tabindex: "0",
        "aria-selected": String(chosen),
        title: item.quote ?? null,
        onclick: () => state.change({ chosen: { link: link.id } }),
        onkeydown: (event) => event.key === "Enter" && state.change({ chosen: { link: link.id }, tab: "details" }),
      },
      ...cells.map((text) => dom.make("td", { text: String(text) })),
    );
  }

  function draw() {
    const all = rows();
    if (!all.length) return dom.make("p", { class: "hint", text: words.t("nothing_visible") });
    const head = ["year", "source", "relation", "target", "status"].map((name) =>
      dom.make("th", { text: words.t(name), scope: "col" }),
    );
    const grid = dom.make(
      "table",
      {},
      dom.make("thead", {}, dom.make("tr", {}, ...head)),
      dom.make("tbody", {}, ...all.slice(0, MOST).map(row)),
    );
    const box = dom.make("div", {}, dom.make("h3", { text: panel.counted(all.length) }), grid);
    if (all.length > MOST)
      box.append(dom.make("p", { class: "small", text: words.t("more_rows", { n: words.number(all.length - MOST) }) }));
    return box;
  }

  const COLUMNS = [
    "year",
    "date",
    "from",
    "from_key",
    "type",
    "to",
    "to_key",
    "status",
    "quote",
    "document",
    "document_key",
    "start",
    "end",
    "rule",
    "confidence",
    "key",
  ];

  /** The visible statements as CSV. */
  function csv() {
    const told = rows().map(({ link, item }) => {
      const source = data.documents[item.document];
      const [from, to] = [data.nodes[link.from], data.nodes[link.to]];
      return [
        item.year,
        item.date,
        from.label,
        from.key,
        link.kind,
        to.label,
        to.key,
        item.status,
        item.quote,
        source?.title ?? source?.name,
        source?.key,
        item.start,
        item.end,
        item.rule,
        item.confidence,
        item.key,
      ];
    });
    return delimited.table(COLUMNS, told);
  }

  return { draw, csv };
})();
