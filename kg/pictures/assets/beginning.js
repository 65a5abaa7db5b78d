// The origin box: four beginnings, each with its sentence; and sentences with the form found marked.
"use strict";

const beginning = (() => {
  const { model, say } = data;

  /** A sentence with its forms marked; `around`: characters kept before and behind the first form, where it is cut. */
  function marked(sentence, around = null) {
    const { quote, marks: spans = [] } = sentence;
    const first = spans[0] ?? [0, 0];
    const start = around === null || first[0] <= around ? 0 : first[0] - around;
    const end = around === null ? quote.length : Math.min(quote.length, Math.max(first[1], start) + 2 * around);
    const parts = start > 0 ? ["…"] : [];
    let at = start;
    for (const [from, to] of spans) {
      if (from < at || to > end) continue;
      parts.push(quote.slice(at, from), dom.make("mark", { text: quote.slice(from, to) }));
      at = to;
    }
    parts.push(quote.slice(at, end), end < quote.length ? "…" : null);
    return parts;
  }

  function document_(sentence) {
    const source = model.documents[sentence.document];
    const year = source.year && !source.name.includes(String(source.year)) ? source.year : null;
    return year ? say("sentence_document_year", { name: source.name, year }) : source.name;
  }

  function box(item) {
    const sentence = model.sentences[item.sentence];
    const head = item.year ? `${item.year}${item.place ? `　${item.place}` : ""}` : "";
    const quote = sentence ? marked(sentence, 60) : item.quote ? [item.quote] : [];
    const where = sentence && [
      document_(sentence),
      say("origin_at", { start: sentence.start }),
      ...(sentence.confidence === undefined ? [] : [`${say("sentence_confidence")} ${sentence.confidence}`]),
    ].join(" · ");
    return dom.make(
      "article",
      {},
      dom.make("h3", { text: item.what }),
      head && dom.make("p", { class: "key-number", text: head }),
      item.title && dom.make("p", { class: "quote title", text: item.title }),
      quote.length ? dom.make("p", { class: "quote" }, ...quote) : null,
      ...item.notes.map((text) => dom.make("p", { class: "note", text })),
      where ? dom.make("p", { class: "note", text: where }) : null,
      item.region === undefined
        ? null
        : dom.button(say("origin_show"), () => { state.choose(item.region, Number(item.year.slice(0, 4))); cards.goTo("sentence"); }, { class: "link" }),
    );
  }

  return { draw: () => dom.make("div", { class: "origin" }, ...model.origin.map(box)), marked, document: document_ };
})();
