// Rows as CSV: what a spreadsheet would take for a formula, or for the end of a cell, is kept as text.
"use strict";

const test = require("node:test");
const assert = require("node:assert/strict");
const { load } = require("./load.js");

const delimited = load("delimited");

test("cells with commas, quotes and lines are quoted", () => {
  const text = delimited.table(["a", "b"], [["x,y", 'say "1"'], ["two\nlines", undefined], [3, null]]);
  assert.match(text, /"x,y","say ""1"""/);
  assert.match(text, /"two\nlines",/);
  assert.match(text, /\r?\n3,\r?\n?$/);
});
