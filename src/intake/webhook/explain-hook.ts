import { HOOK_FIELDS, REQUIRED_FIELDS } from './field-map.ts';

/** What `GET /hook` answers: how to call it. `tools` are the names of the field maps there are. */
export const explainHook = (tools: readonly string[]) => ({
  signing:
    'POST JSON, at most 256 KB. X-QF-Timestamp: seconds since 1970. X-QF-Signature: v1= and the HMAC-SHA256, in hexadecimal, over the timestamp, a full stop and the body. X-QF-Delivery: an id of the delivery, the same when it is sent again. Where the settings allow it, a tool that cannot sign sends the secret itself as X-QF-Secret.',
  fields: HOOK_FIELDS.map(field => (REQUIRED_FIELDS.includes(field) ? `${field} (required)` : field)),
  tools: tools.map(tool => `/hook?tool=${tool}`),
});
