// Room for an unfolded group: nothing lands on anything else, and folding it again puts all back.
"use strict";

const test = require("node:test");
const assert = require("node:assert/strict");
const { load } = require("./load.js");

const disc = load("disc");
const far = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);

test("members stand apart within the reach of the disc", () => {
  const centre = { x: 100, y: -50 };
  for (const count of [1, 2, 30, 600]) {
    const places = disc.places(centre, count);
    assert.equal(places.length, count);
    for (const [at, place] of places.entries()) {
      assert.ok(far(place, centre) < disc.radius(count));
      for (const other of places.slice(at + 1)) assert.ok(far(place, other) > 15);
    }
  }
});

test("others are moved off the disc in their order, and back", () => {
  const centre = { x: 0, y: 0 };
  let last = 0;
  for (const x of [1, 20, 300, 5000]) {
    const out = disc.moved({ x, y: 0 }, centre, 200, 1);
    assert.ok(out.x > 200 && out.x > last && out.y === 0);
    last = out.x;
    const back = disc.moved(out, centre, 200, -1);
    assert.ok(far(back, { x, y: 0 }) < 1e-6);
  }
  assert.equal(far(disc.moved(centre, centre, 200, 1), centre), 0);
});
