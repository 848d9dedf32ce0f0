const ORDERING: Readonly<Record<string, string>> = { JIS: 'Japan1', GB: 'GB1', CNS: 'CNS1', KS: 'Korea1' };

/**
 * The character maps of East Asian fonts that a file names and does not carry. Those whose codes are Unicode already are
 * one line each; of any other the text stays unread, as in a picture. One for each document.
 */
export class UnicodeCMaps {
  readonly #named = new Set<string | undefined>();

  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const body = kind === 'cMapUrl' ? this.#bodyOf(filename) : undefined;
    if (body === undefined) throw new Error(`${filename} is not at hand`);
    return Buffer.from(`begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange ${body} endcmap`);
  }

  #bodyOf(name: string): string | undefined {
    const codes = /^Uni(JIS|GB|CNS|KS)\w*-(?:UCS2|UTF16)-(?:HW-)?[HV]$/.exec(name)?.[1];
    if (codes !== undefined) {
      this.#named.add(ORDERING[codes]);
      return '1 begincidrange <0000> <FFFF> 0 endcidrange';
    }
    // A font's own numbers are Unicode only where its codes were; for others this map would make up text.
    const numbers = /^Adobe-(\w+)-UCS2$/.exec(name)?.[1];
    return this.#named.has(numbers) ? '1 beginbfrange <0000> <FFFF> <0000> endbfrange' : undefined;
  }
}
