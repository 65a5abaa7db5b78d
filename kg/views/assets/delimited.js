// Tables as CSV.
"use strict";

const delimited = (() => {
  /** One cell: quoted where needed; text that a spreadsheet would run as a formula is made plain text. */
  function cell(value) {
    if (value === undefined || value === null) return "";
    let text = String(value);
    if (typeof value === "string" && /^[=+\-@\t\r]/.test(text)) text = `'${text}`;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  }

  /** A table as CSV, with a mark at the start by which spreadsheets know UTF-8. */
  function table(columns, rows) {
    const lines = [columns, ...rows].map((row) => row.map(cell).join(","));
    return `\ufeff${lines.join("\r\n")}\r\n`;
  }

  return { table };
})();
