// The scripts of a page without a page: those that compute and draw nothing can be tried by themselves.
"use strict";

const { readFileSync } = require("node:fs");
const path = require("node:path");
const vm = require("node:vm");

/**
 * What the last of some scripts of `kg/views/assets` makes of itself; each sees those before it.
 * @param {...string} names
 */
function load(...names) {
  const folder = path.join(__dirname, "..", "..", "kg", "views", "assets");
  const context = vm.createContext({});
  for (const name of names) vm.runInContext(readFileSync(path.join(folder, `${name}.js`), "utf8"), context, { filename: `${name}.js` });
  return vm.runInContext(names.at(-1), context);
}

/** A value of another context as one of this, so that equality does not hang on where it was made. */
const here = (value) => JSON.parse(JSON.stringify(value));

module.exports = { load, here };
