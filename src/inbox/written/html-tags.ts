const tags = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Elements whose content no reader sees. */
export const UNREAD = tags('script style title template svg math object iframe select textarea xml noframes');

/** Elements that stand on lines of their own. */
export const BLOCKS = tags(
  'address article aside blockquote body center dd details dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header html li main menu nav ol p pre section summary table tbody tfoot thead tr ul',
);

/** Blocks with a blank line around them; paragraphs too, unless their style takes it away. */
export const SPACED = tags('h1 h2 h3 h4 h5 h6 ul ol dl');

/** Elements without content or end tag. */
export const VOID = tags(
  'br hr img input meta link base col area wbr embed source param basefont command frame isindex keygen track',
);
