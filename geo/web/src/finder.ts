/** Keeps what is found in step with what is searched for, whoever set the text. */

import { termsOf } from "./fold";
import type { Model } from "./model";
import { Search } from "./search";

export class Finder {
  private text = "";
  private running = false;

  constructor(private readonly model: Model, private readonly search: Search = new Search(model.table)) {
    model.onChange((change) => {
      if (change === "filters") this.follow();
    });
    this.follow();
  }

  private follow(): void {
    const { text, found } = this.model.filters;
    if (text === this.text && (found !== null || this.running || termsOf(text).length === 0)) return;
    this.text = text;
    if (termsOf(text).length > 0) {
      void this.run(text);
      return;
    }
    this.search.cancel();
    this.running = false;
    this.model.setSearching(null);
    if (found !== null) this.show(null);
  }

  private async run(text: string): Promise<void> {
    this.running = true;
    this.model.setSearching(0);
    let shown = -1;
    const found = await this.search.run(text, (progress) => {
      this.model.setSearching(progress.share);
      // Another set of rows is worth a drawing of the map; another share of the quotes is not.
      if (progress.count !== shown) this.show(progress.found);
      shown = progress.count;
    });
    // Another search, or none, has taken its place.
    if (found === null || text !== this.text) return;
    this.running = false;
    this.model.setSearching(null);
    // Filters that were set meanwhile by who did not know of this search.
    if (this.model.filters.found !== found) this.show(found);
  }

  private show(found: Uint8Array | null): void {
    this.model.setFilters({ ...this.model.filters, found });
  }
}
