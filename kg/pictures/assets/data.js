// What the page was made of: the model, its words, and how they are filled in.
"use strict";

const data = (() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const model = read("model-data");
  const words = read("words-data");

  /** A word or sentence of the page, with {name} filled in. */
  const say = (key, values = {}) =>
    (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole));

  const percent = (share) => {
    const shown = Math.round(100 * share);
    return `${share > 0 && share < 1 ? Math.min(Math.max(shown, 1), 99) : shown} %`;
  };

  /** The place of a year among those shown; -1 for others. */
  const yearAt = (year) => (model.years.length ? year - model.years[0] : -1);

  /** What a cell of the heat map is: a state, or silent, or none. */
  const stateOf = (cell) => cell.state ?? (cell.observed ? "silent" : "none");

  const level = (name) => say(`level_${name}`);

  /** The regions of a level, or all; by their places. */
  const ofLevel = (name) => model.regions.map((_, at) => at).filter((at) => name === "all" || model.regions[at].level === name);

  return { model, say, percent, yearAt, stateOf, level, ofLevel, levels: ["province", "prefecture", "county"].filter((name) => ofLevel(name).length) };
})();
