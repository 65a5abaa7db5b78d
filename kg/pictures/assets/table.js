// All regions as a table: the text alternative of the pictures, sorted as one likes, silent ones never left out.
"use strict";

const table = (() => {
  const { model, say } = data;
  const AT_FIRST = 25;
  const MORE = 50;
  let most = AT_FIRST;
  let sorting = null;

  const COLUMNS = [
    ["region", (item) => item.code],
    ["level", (item) => data.levels.indexOf(item.level)],
    ["first", null],
    ["status", (item) => item.class],
    ["statements", (item) => -item.statements],
    ["observed", (item) => -item.observed.length],
  ];

  /** The places of the regions in the order asked for; the page's own order is that of the first years. */
  function rows() {
    const shown = data.ofLevel(state.current.level);
    /** @type {any} */
    const value = COLUMNS.find(([name]) => name === sorting?.name)?.[1];
    if (value) shown.sort((a, b) => (value(model.regions[a]) < value(model.regions[b]) ? -1 : value(model.regions[a]) > value(model.regions[b]) ? 1 : a - b));
    if (sorting?.back) shown.reverse();
    return shown;
  }

  function sort(name) {
    sorting = sorting?.name === name ? { name, back: !sorting.back } : { name, back: false };
    cards.redraw(["table"]);
  }

  function status(item) {
    return item.class === "adopted" ? say(`stage_${item.stage}`) : say(`class_${item.class}`);
  }

  /** A small cell as on the heat map. */
  function mark(item) {
    const svg = draw.add(null, "svg", { width: 14, height: 14, "aria-hidden": "true" });
    const name = item.class === "adopted" ? item.stage : item.class;
    const beside = ["laid_down", "designated"].filter((kind) => kind === name);
    marks.cell(svg, 0, 0, 14, 14, { observed: item.observed.length, state: name, beside });
    return svg;
  }

  function row(at) {
    const item = model.regions[at];
    const told = model.sentences[item.sentence];
    const name = dom.button(item.name, () => { state.choose(at); cards.goTo("sentence"); }, { class: "link" });
    const cells = [
      ["region", [name]],
      ["level", [data.level(item.level)]],
      ["first", item.first ? [dom.make("b", { text: item.first }), " ", dom.make("small", { text: say(`bound_${item.bound}`) })] : ["–"]],
      ["status", [mark(item), " ", status(item)]],
      ["statements", [String(item.statements)]],
      ["observed", [String(item.observed.length)]],
      ["sentence", told ? beginning.marked(told, 18) : ["–"]],
      ["document", [told ? beginning.document(told) : "–"]],
    ];
    const chosen = at === state.current.region;
    return dom.make("tr", { class: chosen ? "chosen" : null, "data-region": String(at) }, ...cells.map(([name_, parts]) =>
      dom.make(name_ === "region" ? "th" : "td", { class: name_, scope: name_ === "region" ? "row" : null, "data-name": say(`table_${name_}`) }, ...parts)));
  }

  function heads() {
    const all = ["region", "level", "first", "status", "statements", "observed", "sentence", "document"];
    return all.map((name) => {
      const text = say(`table_${name}`);
      if (!COLUMNS.some(([column]) => column === name)) return dom.make("th", { scope: "col", class: name, text });
      const on = sorting?.name === name || (!sorting && name === "first");
      const order = on ? (sorting?.back ? "descending" : "ascending") : null;
      const arrow = on ? (sorting?.back ? " ↓" : " ↑") : "";
      return dom.make("th", { scope: "col", class: name, "aria-sort": order }, dom.button(text + arrow, () => sort(name)));
    });
  }

  function draw_(all = false) {
    const shown = rows();
    const kept = all ? shown : shown.slice(0, most);
    const left = shown.length - kept.length;
    return [
      dom.make("p", { class: "finding", text: model.head.sum }),
      dom.make("table", {}, dom.make("thead", {}, dom.make("tr", {}, ...heads())), dom.make("tbody", {}, ...kept.map(row))),
      dom.make("p", { class: "under" }, dom.make("span", { class: "note", text: say("table_shown", { n: kept.length, of: shown.length }) }),
        left ? dom.button(say("table_more", { n: Math.min(MORE, left) }), () => { most += MORE; cards.redraw(["table"]); }) : null),
    ];
  }

  /** The whole table as CSV. */
  function csv() {
    const head = ["code", "region", "level", "year", "first", "bound", "class", "stage", "statements", "observed_years", "quote", "document", "start", "rule", "confidence"];
    const lines = rows().map((at) => {
      const item = model.regions[at];
      const told = model.sentences[item.sentence] ?? {};
      const source = told.document === undefined ? null : model.documents[told.document].name;
      return [item.code, item.name, item.level, item.year, item.first, item.bound, item.class, item.stage, item.statements, item.observed.length, told.quote, source, told.start, told.rule, told.confidence];
    });
    return delimited.table(head, lines);
  }

  /** Marks the row of the chosen region, if it is among those shown. */
  function move() {
    const rows_ = [...document.querySelectorAll("#table tbody tr")];
    for (const row_ of rows_) row_.classList.toggle("chosen", Number(row_.dataset.region) === state.current.region && state.current.region !== null);
    return true;
  }

  return { draw: draw_, move, csv };
})();
