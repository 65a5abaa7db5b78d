// The levels layout: bands in their order, each province a strip of its own.
"use strict";

const test = require("node:test");
const assert = require("node:assert/strict");
const { load, here } = require("./load.js");

const bands = load("bands");

function standings() {
  const found = [];
  const put = (band, province, count) => {
    for (let n = 0; n < count; n += 1) found.push({ id: found.length, band, province });
  };
  for (const province of ["33", "32", "51"]) for (const [band, count] of [["province", 1], ["prefecture", 6], ["county", 25]]) put(band, province, count);
  put("Initiative", "", 7);
  put("country", "", 1);
  put("Agency", "33", 4);
  put("Policy", "", 1);
  return found;
}

test("bands follow each other and hold their nodes", () => {
  const given = standings();
  const { points, rows } = bands.lay(given);
  const names = rows.map(({ name }) => name);
  assert.deepEqual(here(names), here(bands.ORDER.filter((name) => names.includes(name))));
  rows.slice(1).forEach((row, at) => assert.equal(row.top, rows[at].bottom));
  for (const { id, band } of given) {
    const row = rows.find(({ name }) => name === band);
    assert.ok(row.top < points.get(id).y && points.get(id).y < row.bottom, `${band} ${id}`);
  }
});

test("provinces are strips that do not mix, in the order of their codes", () => {
  const given = standings();
  const { points } = bands.lay(given);
  const of = (code) => given.filter(({ province }) => province === code).map(({ id }) => points.get(id).x);
  assert.ok(Math.max(...of("32")) < Math.min(...of("33")));
  assert.ok(Math.max(...of("33")) < Math.min(...of("51")));
});

test("no two nodes stand on one spot, and many make more rows, not an endless line", () => {
  const { points } = bands.lay(standings());
  assert.equal(new Set([...points.values()].map(({ x, y }) => `${x} ${y}`)).size, points.size);
  const many = Array.from({ length: 1200 }, (_, id) => ({ id, band: "county", province: String(10 + (id % 31)) }));
  const laid = bands.lay(many);
  const across = [...laid.points.values()].map(({ x }) => x);
  assert.ok(Math.max(...across) - Math.min(...across) < 4 * laid.rows.at(-1).bottom);
});

test("nothing to set out gives nothing", () => {
  const { points, rows } = bands.lay([]);
  assert.equal(points.size + rows.length, 0);
});
