/** A thousand file names' types, where each attachment of ours says its own. */
export const detectMimeType = (): string => 'application/octet-stream';
export const detectExtension = (): string => 'bin';
