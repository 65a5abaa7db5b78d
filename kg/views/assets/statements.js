// The visible statements of all relationships as CSV.
"use strict";

const statements = (() => {
  const COLUMNS = ["year", "date", "from", "from_key", "type", "to", "to_key", "status", "quote", "document", "document_key", "start", "end", "rule", "confidence", "key"];

  /** The visible statements, the oldest first. */
  function visible() {
    const out = [];
    for (const link of data.links) {
      if (filter.shown.links[link.id]) for (const item of filter.statements(link)) out.push({ link, item });
    }
    return out.sort((a, b) => (a.item.year ?? 9999) - (b.item.year ?? 9999) || a.link.id - b.link.id);
  }

  function csv() {
    const told = visible().map(({ link, item }) => {
      const source = data.documents[item.document];
      const [from, to] = [data.nodes[link.from], data.nodes[link.to]];
      return [item.year, item.date, from.label, from.key, link.kind, to.label, to.key, item.status, item.quote, source?.title ?? source?.name, source?.key, item.start, item.end, item.rule, item.confidence, item.key];
    });
    return delimited.table(COLUMNS, told);
  }

  return { csv };
})();
