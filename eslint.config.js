// What the scripts of the pages are held to. Each file is one global of its own name, and reads those of the others.
"use strict";

const js = require("@eslint/js");
const globals = require("globals");
const { readdirSync } = require("node:fs");
const path = require("node:path");

const VIEWS = path.join("kg", "views", "assets");
const PICTURES = path.join("kg", "pictures", "assets");
/** What a page of a trace takes from those of the views. */
const SHARED = ["elements", "delimited", "draw"];

const scripts = (folder) => readdirSync(path.join(__dirname, folder)).filter((name) => name.endsWith(".js")).map((name) => name.slice(0, -3));

const readable = (names) => Object.fromEntries(names.map((name) => [name, "readonly"]));

/** The rules for one folder of scripts, whose globals are `names`. */
const page = (folder, names) => ({
  files: [`${folder.split(path.sep).join("/")}/*.js`],
  languageOptions: { sourceType: "script", ecmaVersion: 2024, globals: { ...globals.browser, ...readable(names) } },
  rules: {
    // The global that a file makes is read by others, or makes itself felt on the page.
    "no-unused-vars": ["error", { vars: "local", args: "after-used", argsIgnorePattern: "^_" }],
    "no-redeclare": "off",
    eqeqeq: "error",
    "no-var": "error",
    "prefer-const": ["error", { destructuring: "all" }],
    "no-eval": "error",
    "no-implied-eval": "error",
    "no-new-func": "error",
    "no-restricted-properties": ["error", { property: "innerHTML" }, { property: "outerHTML" }, { property: "insertAdjacentHTML" }],
    "no-restricted-globals": ["error", "fetch", "XMLHttpRequest", "WebSocket", "name", "event"],
    // Control characters in names and texts are what these expressions look for, wide blanks what they write.
    "no-control-regex": "off",
    "no-irregular-whitespace": ["error", { skipTemplates: true }],
  },
});

module.exports = [
  { ignores: ["**/node_modules/**", ".venv/**", "out/**", "build/**", "dist/**"] },
  js.configs.recommended,
  page(VIEWS, [...scripts(VIEWS), "vis"]),
  page(PICTURES, [...scripts(PICTURES), ...SHARED]),
  {
    files: ["eslint.config.js", "tests/js/*.js"],
    languageOptions: { sourceType: "commonjs", ecmaVersion: 2024, globals: globals.node },
  },
];
