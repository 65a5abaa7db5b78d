// What the page was made of: the model, its words, and how they are filled in.
"use strict";

const data = (() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const every = read("model-data");
  const switched = document.getElementById("alone-data") !== null;
  /** Whether the address asks for the sentences with the name itself; the page is then loaded with their model. */
  const asked = () => switched && new URLSearchParams(location.hash.slice(1)).get("forms") === "name";
  const alone = asked();
  const model = alone ? read("alone-data") : every;
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

  /** How many sentences are shown, of all. */
  const told = ({ regions }) => regions.reduce((sum, item) => sum + item.statements, 0);
  const kept = { n: told(model), of: told(every) };

  return { model, switched, asked, alone, kept, say, percent, yearAt, stateOf, level, ofLevel, levels: ["province", "prefecture", "county"].filter((name) => ofLevel(name).length) };
})();
