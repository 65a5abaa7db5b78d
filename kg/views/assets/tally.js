// Regions counted year by year: how many had a report by then, and how many of these state an adoption by then.
"use strict";

const tally = (() => {
  const DONE = ["pilot", "implemented", "completed"];

  /**
   * @typedef {[name: string, level: string, code: string, key: string, seen: number[]]} Region
   * @typedef {{region: number, year: number, state: string}} Row
   * @typedef {{year: number, observed: number, stated: number}} Count
   */

  /**
   * By level, with the levels that have a report, a count for each year.
   * @param {Region[]} regions all that may be counted; their places are what rows name
   * @param {Row[]} rows what is stated of them, the first adoption of each counting
   * @param {number[]} span first and last year
   * @param {(region: Region) => boolean} isMeant which of the regions are meant
   * @returns {Map<string, Count[]>}
   */
  function byLevel(regions, rows, span, isMeant) {
    const first = new Map();
    for (const row of rows) {
      if (!DONE.includes(row.state) || !row.year) continue;
      first.set(row.region, Math.min(row.year, first.get(row.region) ?? Infinity));
    }
    const found = new Map();
    for (const level of ["province", "prefecture", "county"]) {
      const meant = regions.map((region, place) => ({ region, place })).filter(({ region }) => region[1] === level && isMeant(region));
      const counts = [];
      for (let year = span[0]; year <= span[1]; year += 1) {
        const observed = meant.filter(({ region }) => region[4].some((seen) => seen <= year));
        const stated = observed.filter(({ place }) => (first.get(place) ?? Infinity) <= year);
        counts.push({ year, observed: observed.length, stated: stated.length });
      }
      if (counts.at(-1)?.observed) found.set(level, counts);
    }
    return found;
  }

  /**
   * The greatest count of regions with a report, by level, over several tallies: the scale that they are drawn on.
   * @param {Map<string, Count[]>[]} tallies
   * @returns {Map<string, number>}
   */
  function scale(tallies) {
    const most = new Map();
    for (const one of tallies) {
      for (const [level, counts] of one) most.set(level, Math.max(most.get(level) ?? 0, ...counts.map(({ observed }) => observed)));
    }
    return most;
  }

  return { byLevel, scale };
})();
