// What the scripts of a page find there beside each other.

/** vis-network, as the page of a subgraph has it inlined. */
declare const vis: any;

// The pages hold elements of HTML and of SVG alone, all of which have these.
interface Element {
  readonly dataset: DOMStringMap;
}
