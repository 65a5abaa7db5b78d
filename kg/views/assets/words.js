// The page's own words in the language it shows.
"use strict";

const words = (() => {
  const all = JSON.parse(document.getElementById("words-data").textContent);
  let lang = "en";

  const group = (name) => (key) => all[lang][name][key] ?? key;

  return {
    /** A word or sentence of the page, with {name} filled in. */
    t: (key, values = {}) =>
      (all[lang].page[key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole)),
    label: group("labels"),
    type: group("types"),
    band: (name) => all[lang].bands[name] ?? all[lang].labels[name] ?? name,
    value: group("values"),
    property: group("properties"),
    /** What a region comes to. */
    said: group("states"),
    use: (language) => {
      lang = language in all ? language : "en";
      document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
    },
    /** A count with commas; by hand, since the browser's own takes as long to load as all other words. */
    number: (value) => (Number.isInteger(value) ? String(value).replace(/\B(?=(\d{3})+$)/g, ",") : value.toLocaleString("en")),
  };
})();
