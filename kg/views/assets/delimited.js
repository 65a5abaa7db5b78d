// Tables as CSV.
"use strict";

const delimited = (() => {
  // As in cypher/output/delimited.py, to which a test holds them.
  const FORMULA =
    /^(?:[\x00-\x20\x7f-\xa0\xad\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff\u{e0000}-\u{10ffff}]*[=+\-@＝＋－＠]|[\t\r\n])/u;
  const NUMBER = /^[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/;

  /** One cell: quoted where needed; text that a spreadsheet would run as a formula is made plain text. */
  function cell(value) {
    if (value === undefined || value === null) return "";
    let text = String(value);
    if (FORMULA.test(text) && !NUMBER.test(text)) text = `'${text}`;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  /** A table as CSV, with a mark at the start by which spreadsheets know UTF-8. */
  function table(columns, rows) {
    const lines = [columns, ...rows].map((row) => row.map(cell).join(","));
    return `\ufeff${lines.join("\r\n")}\r\n`;
  }

  return { table };
})();
