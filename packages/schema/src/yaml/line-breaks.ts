/** Collects line breaks; a run of line feeds costs no more than one, however long it is. */
export class LineBreaks {
  #text = '';
  #lineFeeds = 0;

  add(lineBreak: string): void {
    if (lineBreak === '\n') {
      this.#lineFeeds += 1;
      return;
    }
    this.#text = this.toString() + lineBreak;
    this.#lineFeeds = 0;
  }

  toString(): string {
    return this.#text + '\n'.repeat(this.#lineFeeds);
  }
}
