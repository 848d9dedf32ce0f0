/** HTTP/1.1 for Bedrock too, as for every other service: Node's HTTP/2 would be loaded at every start for it. */

export { streamCollector } from '@smithy/core/serde';
export {
  NodeHttpHandler,
  NodeHttpHandler as NodeHttp2Handler,
} from '../../node_modules/@smithy/node-http-handler/dist-es/node-http-handler.js';
