import { explainHook } from '../../quote-intake/webhook/read-hook.ts';
import { loadBusinessContext } from '../../workflows/business-context.ts';
import type { Dependencies } from '../../workflows/dependencies.ts';
import { type HookAnswer, handleQuoteWebhook, hookTools } from '../../workflows/proposals/handle-quote-webhook.ts';
import type { WebRequest, WebResponse } from './web-request.ts';

/** As much as the description says; whoever listens may stop reading there and answer the same. */
export const MAX_HOOK_BYTES = 256 * 1024;
const MAX_TOOL = 40;
const STANDARD_TOOL = 'plain';

/** `POST /hook` takes a notice of a quoting tool, `GET /hook` says how to send one. Every answer is JSON. */
export const hook =
  (deps: Dependencies) =>
  async (request: WebRequest): Promise<WebResponse> => {
    const { method, headers, body, query = '' } = request;
    if (method === 'GET' || method === 'HEAD') {
      const explained = json(200, explainHook(hookTools(await loadBusinessContext(deps))));
      return method === 'HEAD' ? { ...explained, body: '' } : explained;
    }
    if (method !== 'POST') {
      const refused = json(405, { error: 'this address takes GET and POST' });
      return { ...refused, headers: { ...refused.headers, Allow: 'GET, HEAD, POST' } };
    }
    if (body.length > MAX_HOOK_BYTES) return hookTooLarge();
    const tool = (new URLSearchParams(query).get('tool') ?? STANDARD_TOOL).slice(0, MAX_TOOL);
    return answered(await handleQuoteWebhook(deps, { tool, headers, body }));
  };

export const hookTooLarge = (): WebResponse => json(413, { error: 'the body is larger than 256 KB' });

const answered = (answer: HookAnswer): WebResponse => {
  switch (answer.status) {
    case 202:
      return json(202, { proposal_id: answer.proposals[0] ?? null, proposal_ids: answer.proposals });
    case 400:
      return json(400, { errors: answer.errors });
    case 401:
      return json(401, { error: 'not authorised' });
    case 404:
      return json(404, { error: 'there is no tool of that name; GET /hook lists them' });
  }
};

const json = (status: number, body: unknown): WebResponse => ({
  status,
  headers: {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  },
  body: `${JSON.stringify(body)}\n`,
});
