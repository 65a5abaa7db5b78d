// How many regions state it, of how many that are observed, of how many that there were: by level, in the chosen years.
"use strict";

const counts = (() => {
  const LINES = ["stated", "planned", "named", "silent", "observed"];

  function line(level, sums) {
    const share = sums.observed ? `${sums.stated} / ${words.number(sums.observed)}` : "–";
    const cells = [
      words.value(level),
      share,
      words.number(sums.planned),
      words.number(sums.named),
      words.number(sums.silent),
      words.number(traced.thereWere(level)),
    ];
    return dom.make(
      "tr",
      { "data-level": level },
      ...cells.map((text, at) => dom.make(at ? "td" : "th", at ? { text } : { text, scope: "row" })),
    );
  }

  /** All levels together. */
  function total() {
    const sum = Object.fromEntries([...LINES, "unobserved"].map((name) => [name, 0]));
    for (const level of traced.LEVELS) {
      const each = traced.counts(level);
      for (const name of Object.keys(sum)) sum[name] += each[name];
    }
    return sum;
  }

  /** In one sentence, as `trace` says it. */
  function said() {
    const sum = total();
    const values = Object.fromEntries(Object.entries(sum).map(([name, n]) => [name, words.number(n)]));
    const text = words.t(traced.isCovered ? "adopters_observed" : "adopters", values);
    return sum.unobserved && traced.isCovered ? `${text} ${words.t("adopters_unobserved", { n: values.unobserved })}` : text;
  }

  /** Observed regions that state nothing and have no node in the picture. */
  function notDrawn() {
    return traced.regions.filter(
      ([, , , key], place) =>
        traced.isObserved(place) && traced.ofRegion(place).state === "silent" && !filter.shown.nodes[data.byKey.get(key)],
    ).length;
  }

  function draw() {
    if (!data.initiatives.length || !traced.regions.length) return null;
    const section = dom.make("section", { id: "coverage" }, dom.make("h2", { text: words.t("who_states") }));
    if (traced.isCovered) {
      const head = ["level", "states", "plans", "names", "says_nothing", "there_were"].map((name) =>
        dom.make("th", { text: words.t(`column_${name}`), scope: "col" }),
      );
      const rows = traced.byLevel();
      section.append(
        dom.make(
          "table",
          {},
          dom.make("thead", {}, dom.make("tr", {}, ...head)),
          dom.make("tbody", {}, ...rows.map(([level, sums]) => line(level, sums))),
        ),
      );
    }
    section.append(dom.make("p", { class: "small", id: "adopters", text: said() }));
    const left = notDrawn();
    if (left) section.append(dom.make("p", { class: "small", id: "not-drawn", text: words.t("silent_not_drawn", { n: words.number(left) }) }));
    return section;
  }

  return { draw, said };
})();
