/** Where DynamoDB's endpoints would be kept that were found by asking: a function knows its region's. */
export class EndpointCache {
  readonly getEndpoint = (): undefined => undefined;
}
