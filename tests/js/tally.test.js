// Counts by year: a denominator that grows with the reports, and one scale for both sides.
"use strict";

const test = require("node:test");
const assert = require("node:assert/strict");
const { load, here } = require("./load.js");

const tally = load("tally");
const REGIONS = [
  ["甲省", "province", "510000", "a", [2015]],
  ["乙市", "prefecture", "510100", "b", [2016, 2018]],
  ["丙市", "prefecture", "510200", "c", [2017]],
  ["丁市", "prefecture", "330100", "d", [2015]],
  ["戊县", "county", "510101", "e", []],
];
const ROWS = [
  { region: 1, year: 2018, state: "pilot" },
  { region: 1, year: 2017, state: "implemented" },
  { region: 2, year: 2016, state: "completed" },
  { region: 3, year: 0, state: "planned" },
  { region: 4, year: 2016, state: "pilot" },
];

test("a region counts from its first report on, and as adopted from its first adoption on", () => {
  const found = tally.byLevel(REGIONS, ROWS, [2015, 2018], () => true);
  assert.deepEqual([...found.keys()], ["province", "prefecture"]);
  assert.deepEqual(here(found.get("prefecture")), [
    { year: 2015, observed: 1, stated: 0 },
    { year: 2016, observed: 2, stated: 0 },
    { year: 2017, observed: 3, stated: 2 },
    { year: 2018, observed: 3, stated: 2 },
  ]);
});

test("only the regions that are meant count, on the greater scale of both", () => {
  const sides = ["51", "33"].map((code) => tally.byLevel(REGIONS, ROWS, [2015, 2018], (region) => region[2].startsWith(code)));
  assert.equal(sides[0].get("prefecture").at(-1).observed, 2);
  assert.equal(sides[1].get("province"), undefined);
  assert.deepEqual(here([...tally.scale(sides)]), [["province", 1], ["prefecture", 2]]);
});
