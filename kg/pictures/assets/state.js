// What is chosen: a region and year, a sentence of theirs, a level, the year of the pictures, the theme. It stands in the address.
"use strict";

const state = (() => {
  const { model } = data;
  const current = { region: null, cellYear: null, sentence: 0, level: "all", year: null, all: false, theme: null };
  const watchers = [];

  /** The number `text` writes, if it is one of `allowed`. */
  const whole = (text, allowed) => (/^\d{1,6}$/.test(text ?? "") && allowed(Number(text)) ? Number(text) : null);

  function read() {
    const told = new URLSearchParams(location.hash.slice(1));
    const shown = (year) => model.years.includes(year);
    const region = model.regions.findIndex((item) => item.code === told.get("region"));
    current.region = region < 0 ? null : region;
    current.cellYear = current.region === null ? null : whole(told.get("of"), shown);
    current.level = data.levels.includes(told.get("level")) ? told.get("level") : "all";
    current.year = whole(told.get("year"), shown);
    current.theme = ["light", "dark"].includes(told.get("theme")) ? told.get("theme") : null;
    current.sentence = 0;
  }

  /** What is chosen, as the address has it. */
  function written(alone = data.alone) {
    const told = new URLSearchParams();
    if (alone) told.set("forms", "name");
    if (current.region !== null) told.set("region", model.regions[current.region].code);
    if (current.cellYear !== null) told.set("of", current.cellYear);
    if (current.level !== "all") told.set("level", current.level);
    if (current.year !== null) told.set("year", current.year);
    if (current.theme) told.set("theme", current.theme);
    return told.size ? `#${told}` : "";
  }

  const write = () => history.replaceState(null, "", location.href.split("#")[0] + written());

  /** Loads the page with the sentences of all forms, or of the name alone. */
  function load(alone) {
    location.hash = written(alone) || "#";
  }

  function change(changes) {
    if ("region" in changes || "cellYear" in changes) changes = { sentence: 0, ...changes };
    Object.assign(current, changes);
    write();
    for (const watch of watchers) watch(changes);
  }

  /** Chooses a region, in the year asked for or else that of its first adoption or sentence. */
  function choose(region, year = null) {
    const item = model.regions[region];
    const fallback = item.year ?? model.sentences[item.sentence]?.year ?? item.observed.at(-1);
    const wanted = year ?? fallback;
    change({ region, cellYear: model.years.includes(wanted) ? wanted : (model.years.at(-1) ?? null) });
  }

  return { current, read, change, choose, load, watch: (watcher) => watchers.push(watcher) };
})();
