// The table: a row for each region and initiative, sorted and filtered as one likes, its sentences below it on demand.
"use strict";

const table = (() => {
  const AT_ONCE = 100;
  const SHORT = 60; // characters of a sentence before and behind the form found in it
  const COLUMNS = ["region", "level", "initiative", "first_stated", "status", "statements_n", "reports_n", "sentence", "document"];
  const view = { sort: "first_stated", down: false, text: "", level: "", open: new Set(), shown: AT_ONCE };

  const isAlone = () => traced.visible().length === 1;

  function item(place, entry, row) {
    const [name, level, code, , seen] = traced.regions[place];
    const said = row ? traced.stateOf(row) : null;
    const link = record.link({ region: place, initiative: entry.node });
    const told = link === undefined ? folds.adoption(traced.regions[place][3], data.nodes[entry.node].key) : filter.statements(data.links[link]);
    const shows = said ? traced.sentence(row.sentence) : null;
    return {
      region: place,
      initiative: entry.node,
      name,
      level,
      code,
      reform: data.nodes[entry.node].label,
      row,
      said: said ?? (seen.some(filter.inYears) ? "silent" : "none"),
      year: traced.isAdoption(said) ? row.year : 0,
      first: traced.isAdoption(said) ? traced.firstYear(row) : "",
      told,
      reports: seen.filter(filter.inYears).length,
      shows,
      source: shows && data.documents[shows.document],
    };
  }

  /** All rows; of one initiative also the regions that are silent, of several only those that something is said of. */
  function all() {
    const alone = isAlone();
    return traced.visible().flatMap((entry) => {
      const places = alone ? traced.regions.map((_, place) => place) : [...entry.rows.keys()];
      return places
        .map((place) => item(place, entry, entry.rows.get(place)))
        .filter(({ said }) => alone || !["silent", "none"].includes(said));
    });
  }

  const KEYS = {
    region: (each) => each.code,
    level: (each) => traced.LEVELS.indexOf(each.level),
    initiative: (each) => each.reform,
    // What is known exactly goes before what is bounded; who plans it before who is silent.
    first_stated: (each) => (each.year || 9000 + traced.ORDER.indexOf(each.said)) + (each.year && each.row.bound !== "exact" ? 0.5 : 0),
    status: (each) => traced.ORDER.indexOf(each.said),
    statements_n: (each) => -each.told.length,
    reports_n: (each) => -each.reports,
    sentence: (each) => each.shows?.quote ?? "\uffff",
    document: (each) => each.source?.title ?? each.source?.name ?? "\uffff",
  };

  function sorted(found) {
    const key = KEYS[view.sort];
    const way = view.down ? -1 : 1;
    const compare = (a, b) => (typeof a === "number" ? a - b : a.localeCompare(b));
    return found.toSorted((a, b) => way * compare(key(a), key(b)) || a.code.localeCompare(b.code) || a.initiative - b.initiative);
  }

  function kept(found) {
    const wanted = view.text.trim().toLowerCase().split(/\s+/).filter(Boolean);
    return found.filter((each) => {
      if (view.level && each.level !== view.level) return false;
      const text = [each.name, each.code, each.reform, words.said(each.said), each.first, each.shows?.quote, each.source?.title ?? each.source?.name];
      const whole = text.join(" ").toLowerCase();
      return wanted.every((word) => whole.includes(word));
    });
  }

  /** The sentence cut round the form found in it. */
  function cut({ quote = "", marks = [] }) {
    const [start, end] = marks[0] ?? [0, 0];
    const from = Math.max(0, start - SHORT);
    const to = Math.min(quote.length, end + SHORT);
    const spans = marks.map(([a, b]) => [a - from, b - from]).filter(([a, b]) => a >= 0 && b <= to - from);
    return [from ? "…" : "", ...beginning.marked(quote.slice(from, to), spans), to < quote.length ? "…" : ""];
  }

  const isChosen = ({ region, initiative }) => state.current.chosen?.region === region && state.current.chosen.initiative === initiative;
  const keyOf = ({ region, initiative }) => `${region} ${initiative}`;

  function cells(each) {
    const open = view.open.has(keyOf(each));
    const count = each.told.length
      ? dom.button(`${open ? "▾" : "▸"} ${each.told.length}`, () => toggle(each), {
          class: "link",
          "aria-expanded": String(open),
          "aria-label": `${panel.counted(each.told.length)}: ${each.name}`,
        })
      : dom.make("span", { text: "0" });
    const parts = {
      region: dom.button(each.name, () => state.change({ chosen: { region: each.region, initiative: each.initiative } }), { class: "link" }),
      level: words.value(each.level),
      initiative: each.reform,
      first_stated: dom.make("span", { text: each.first || "–" }),
      status: dom.make("span", { class: "said" }, marks.glyph(marks.region(each.said, theme.colours().status)), words.said(each.said)),
      statements_n: count,
      reports_n: String(each.reports),
      sentence: dom.make("span", {}, ...(each.shows?.quote ? cut(each.shows) : [])),
      document: each.source ? (each.source.title ?? each.source.name) : "",
    };
    return columns().map((name) => dom.make("td", { class: `of-${name}`, role: "cell", "data-name": words.t(name) }, parts[name]));
  }

  const columns = () => COLUMNS.filter((name) => name !== "initiative" || !isAlone());

  function toggle(each) {
    view.open = state.toggled(view.open, keyOf(each));
    redraw();
  }

  function line(each) {
    const row = dom.make(
      "tr",
      {
        class: "row",
        role: "row",
        "aria-selected": String(isChosen(each)),
        "data-code": each.code,
        onclick: (event) =>
          event.target.closest("button") ?? state.change({ chosen: { region: each.region, initiative: each.initiative } }),
      },
      ...cells(each),
    );
    if (!view.open.has(keyOf(each))) return [row];
    const cards = each.told.map((told) => statement.card(told));
    return [row, dom.make("tr", { class: "below", role: "row" }, dom.make("td", { colspan: columns().length, role: "cell" }, ...cards))];
  }

  function head(name) {
    const sort = view.sort === name ? (view.down ? "descending" : "ascending") : "none";
    const arrow = { none: "", ascending: " ↑", descending: " ↓" }[sort];
    const act = () => {
      Object.assign(view, { down: view.sort === name && !view.down, sort: name });
      redraw();
    };
    return dom.make("th", { class: `of-${name}`, scope: "col", role: "columnheader", "aria-sort": sort }, dom.button(words.t(name) + arrow, act, { "data-sort": name }));
  }

  /** The rows by what their regions come to; they add up. */
  function sum(found) {
    const counted = new Map();
    for (const { said } of found) {
      const name = traced.isAdoption(said) ? "stated" : said;
      counted.set(name, (counted.get(name) ?? 0) + 1);
    }
    const parts = ["stated", ...traced.ORDER].filter((name) => counted.has(name)).map((name) => `${words.said(name)} ${words.number(counted.get(name))}`);
    return words.t("rows_sum", { n: words.number(found.length), parts: parts.join(" + ") });
  }

  function tools() {
    const levels = [["", words.t("all_levels")], ...traced.LEVELS.map((level) => [level, words.value(level)])];
    const select = dom.make("select", {
      id: "table-level",
      "aria-label": words.t("level"),
      onchange: (event) => {
        Object.assign(view, { level: event.target.value, shown: AT_ONCE });
        redraw();
      },
    });
    for (const [value, text] of levels) select.append(dom.make("option", { value, text, selected: value === view.level }));
    return dom.make(
      "div",
      { class: "tools" },
      dom.make("input", {
        id: "table-filter",
        type: "search",
        value: view.text,
        placeholder: words.t("filter_rows"),
        "aria-label": words.t("filter_rows"),
        oninput: (event) => {
          Object.assign(view, { text: event.target.value, shown: AT_ONCE });
          redraw();
        },
      }),
      select,
      dom.button("CSV", () => save.rows(), { id: "rows-csv", title: words.t("export_rows") }),
    );
  }

  function body() {
    const whole = all();
    const found = sorted(kept(whole));
    // The roles are said, since rows that are laid out as two lines would lose them.
    const grid = dom.make(
      "table",
      { role: "table" },
      dom.make("thead", { role: "rowgroup" }, dom.make("tr", { role: "row" }, ...columns().map(head))),
      dom.make("tbody", { role: "rowgroup" }, ...found.slice(0, view.shown).flatMap(line)),
    );
    const left = found.length - view.shown;
    const more = () => {
      view.shown += 5 * AT_ONCE;
      redraw();
    };
    return dom.make(
      "div",
      { class: "sheet" },
      dom.make("p", { class: "small", id: "rows-sum", text: sum(whole) }),
      found.length < whole.length ? dom.make("p", { class: "small", id: "rows-kept", text: words.t("rows_kept", { n: words.number(found.length) }) }) : null,
      found.length ? grid : dom.make("p", { class: "hint", text: words.t("nothing_visible") }),
      left > 0 ? dom.button(`+ ${words.number(left)}`, more, { class: "more" }) : null,
    );
  }

  const box = () => dom.byId("table");

  function redraw() {
    box().hidden = state.current.layout !== "table";
    if (box().hidden) return;
    if (folds.isAnyUnread) folds.readAll().then(redraw);
    const { scrollTop } = box();
    const active = /** @type {HTMLInputElement} */ (document.activeElement);
    const id = box().contains(active) ? active.id || active.dataset.sort : null;
    const caret = active?.selectionStart;
    box().replaceChildren(tools(), body());
    box().scrollTop = scrollTop;
    const again = id && (document.getElementById(id) ?? box().querySelector(`[data-sort="${id}"]`));
    again?.focus({ preventScroll: true });
    if (caret !== undefined && caret !== null && again?.type === "search") again.setSelectionRange(caret, caret);
  }

  /** The rows as they are filtered and sorted, as CSV. */
  function rowsCsv() {
    const names = ["region", "code", "level", "initiative", "first", "lo", "bound", "launch", "status", "statements", "reports", "quote", "document", "document_key", "statement"];
    const told = sorted(kept(all())).map((each) => [
      each.name,
      each.code,
      each.level,
      each.reform,
      each.year || "",
      each.year && each.row.lo ? each.row.lo : "",
      each.year ? each.row.bound : "",
      each.year ? each.row.launch : "",
      each.said,
      each.told.length,
      each.reports,
      each.shows?.quote,
      each.source?.title ?? each.source?.name,
      each.source?.key,
      each.shows?.key,
    ]);
    return delimited.table(names, told);
  }

  state.listen(redraw);
  return { draw: redraw, rowsCsv };
})();
