import type { Message } from '../../inbox/message.ts';

/** Kinds that a browser shows as a picture and never as a document. */
const PICTURES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/gif']);
const MOST_BYTES = 1024 * 1024;

/** A mail of ours with the pictures it brings along standing in it as data: the console fetches nothing. */
export const withPictures = (markup: string, { attachments }: Pick<Message, 'attachments'>): string =>
  attachments.reduce((text, { contentId, contentType, content }) => {
    const id = contentId?.replace(/^<|>$/g, '') ?? '';
    if (id === '' || !PICTURES.has(contentType) || content.length > MOST_BYTES) return text;
    return text.replaceAll(
      `src="cid:${id}"`,
      `src="data:${contentType};base64,${Buffer.from(content).toString('base64')}"`,
    );
  }, markup);
