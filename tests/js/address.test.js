// The address: every text comes back as it was, whatever is in it.
"use strict";

const test = require("node:test");
const assert = require("node:assert/strict");
const { load } = require("./load.js");

const address = load("address");
const TEXTS = ["一网通办", "a=b&c,d#e%41+ f", "\"<script>\u2028\u0007", "layout=table&years=2015-2018", "😀", "%", "."];

test("what was written is read again", () => {
  const written = address.written(new Map([["story", TEXTS]]));
  assert.doesNotMatch(written, /[\s"<>]/);
  // An address that lies in an address is encoded once more, and decoded as often.
  const again = address.written(new Map([["view", [written]]]));
  assert.equal(address.read(`#${again}`).get("view")[0], written);
  assert.deepEqual([...address.read(`#${written}`).get("story")], TEXTS);
});

test("half of a pair of surrogates is no text, and a misspelt part stands as it is", () => {
  assert.equal(address.written(new Map([["a", ["\ud83d"]]])), "a=\ufffd");
  assert.deepEqual([...address.read("#a=%E4%B8,b").get("a")], ["%E4%B8", "b"]);
});
