import { expect, test } from 'vitest';
import { messageFacts } from '../../../src/presentation/view-models/reply-view.ts';
import { reply } from '../../support/sample-letters.ts';

test('an attachment that was kept back is not said to be attached', () => {
  const order = { name: 'order.pdf', bytes: 2_048 };
  const attachments = [order, { name: 'plan.exe', bytes: 4_096, withheld: 'not scanned' }];
  expect(messageFacts({ ...reply.message, attachments }, reply.zone).slice(3)).toEqual([
    { label: 'Attached', value: 'order.pdf (2 KB)' },
    { label: 'Not attached', value: 'plan.exe (4 KB): not scanned' },
  ]);
  expect(messageFacts({ ...reply.message, attachments: [order] }, reply.zone).map(({ label }) => label)).not.toContain(
    'Not attached',
  );
});
