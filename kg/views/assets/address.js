// The address after its #: names with lists of texts, each written so that it is encoded once and stays short.
"use strict";

const address = (() => {
  // What parts the address, or would not come back as it was; all else stands as it is.
  const SPECIAL = /[%#&=,+\s\u0000-\u001f\u007f-\u009f\u2028\u2029"<>`\\^{|}]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

  function encoded(text) {
    return String(text).toWellFormed().replace(SPECIAL, (letter) => encodeURIComponent(letter));
  }

  /** A part of the address decoded; one that is cut off or misspelt is taken as it stands. */
  function decoded(text) {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  }

  /** What stands in an address: by name a list of texts. */
  function read(hash) {
    const found = new Map();
    for (const part of hash.replace(/^#/, "").split("&")) {
      const [name, ...rest] = part.split("=");
      if (name) found.set(decoded(name), rest.join("=").split(",").filter(Boolean).map(decoded));
    }
    return found;
  }

  const written = (parts) => [...parts].map(([name, values]) => `${name}=${values.map(encoded).join(",")}`).join("&");

  return { read, written };
})();
