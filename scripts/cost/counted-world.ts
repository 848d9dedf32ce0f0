import { DRAFT_TASK, LABEL_TASK, PARAGRAPH_TASK } from '../../src/adapters/aws/bedrock-model.ts';
import { itemBytes } from '../../src/adapters/dynamodb-limits.ts';
import type { StoredEvent } from '../../src/events/stored-event.ts';
import type { EventStore } from '../../src/ports/event-store.ts';
import type { LanguageModel } from '../../src/ports/model.ts';
import type { Dependencies } from '../../src/workflows/dependencies.ts';
import type { Tally } from './tally.ts';

const READ_BYTES = 4096;
const WRITE_BYTES = 1024;
/** What DynamoDB keeps for an item and for its entry in an index, beside what is in it. */
const ITEM_OVERHEAD = 100;
/** Letters of a text to a token: a common estimate for English. */
export const LETTERS_A_TOKEN = 4;
/** Letters of the schema and of what the service puts around a question. */
const FRAME_LETTERS = 1_200;
const LIST_PAGE = 1_000;

/** The world, with everything that is asked of it put down in `tally`. */
export const countedWorld = (world: Dependencies, tally: Tally): Dependencies => ({
  ...world,
  store: countedStore(world.store, tally),
  keys: countedKeys(world.keys, tally),
  readModels: countedModels(world.readModels, tally),
  objects: countedObjects(world.objects, tally),
  mailer: {
    send: (mail, options) => {
      tally.mails += 1 + (mail.bcc?.length ?? 0);
      for (const { content } of mail.attachments ?? []) tally.attachmentBytes += content.length;
      return world.mailer.send(mail, options);
    },
  },
  bus: {
    publish: (...args) => {
      tally.busEvents += 1;
      return world.bus.publish(...args);
    },
  },
  oneOffs: {
    ...world.oneOffs,
    at: (...args) => {
      tally.schedules += 1;
      return world.oneOffs.at(...args);
    },
  },
  model: countedModel(world.model, tally),
});

/** Events never change: each is measured once. */
const sizes = new Map<string, number>();
export const sizeOf = (event: StoredEvent): number => {
  const known = sizes.get(event.event_id);
  if (known !== undefined) return known;
  const bytes = itemBytes(event) + ITEM_OVERHEAD;
  sizes.set(event.event_id, bytes);
  return bytes;
};
export const forgetSizes = (): void => sizes.clear();

const sum = (events: readonly StoredEvent[]): number => events.reduce((bytes, event) => bytes + sizeOf(event), 0);
const unitsRead = (bytes: number): number => Math.max(1, Math.ceil(bytes / READ_BYTES));
const unitsWritten = (bytes: number): number => Math.max(1, Math.ceil(bytes / WRITE_BYTES));

const countedStore = (store: EventStore, tally: Tally): EventStore => ({
  ...store,
  read: async (...args) => {
    const events = await store.read(...args);
    tally.tableCalls += 1;
    tally.readUnits += unitsRead(sum(events));
    return events;
  },
  head: async stream => {
    tally.tableCalls += 1;
    const event = await store.head(stream);
    tally.readUnits += unitsRead(event ? sizeOf(event) : 0);
    return event;
  },
  append: event => {
    const bytes = sizeOf(event);
    tally.tableCalls += 1;
    // The item, its entry by time (keys alone), and its copy by day.
    tally.writeUnits += 2 * unitsWritten(bytes) + 1;
    tally.tableBytes += 2 * bytes + ITEM_OVERHEAD + 80;
    return store.append(event);
  },
  byDay: async (...args) => {
    const page = await store.byDay(...args);
    tally.tableCalls += 1;
    tally.readUnits += unitsRead(sum(page.items)) / 2;
    return page;
  },
  scan: options => countedScan(store.scan(options), tally),
});

async function* countedScan(events: AsyncIterable<StoredEvent>, tally: Tally): AsyncIterable<StoredEvent> {
  for await (const event of events) {
    tally.readUnits += sizeOf(event) / READ_BYTES;
    yield event;
  }
}

const countedKeys = (keys: Dependencies['keys'], tally: Tally): Dependencies['keys'] => ({
  ...keys,
  get: ref => {
    tally.tableCalls += 1;
    tally.readUnits += 1;
    return keys.get(ref);
  },
  obtain: (ref, fresh) => {
    tally.tableCalls += 1;
    tally.readUnits += 1;
    return keys.obtain(ref, () => {
      tally.tableCalls += 1;
      tally.writeUnits += 1;
      tally.tableBytes += ITEM_OVERHEAD + 150;
      return fresh();
    });
  },
});

const countedModels = (models: Dependencies['readModels'], tally: Tally): Dependencies['readModels'] => ({
  ...models,
  put: async (model, row) => {
    const bytes = itemBytes(row) + ITEM_OVERHEAD;
    const copies = model === 'nudges' ? 2 : 1;
    tally.tableCalls += 1;
    const stored = await models.put(model, row);
    // A refused put is billed as well, but changes no index and takes no room.
    tally.writeUnits += unitsWritten(bytes) * (stored ? copies : 1);
    if (stored) tally.tableBytes += bytes * copies;
    return stored;
  },
  approval: token => {
    tally.tableCalls += 1;
    tally.readUnits += 1;
    return models.approval(token);
  },
  nudgeByMessage: id => {
    tally.tableCalls += 1;
    tally.readUnits += 0.5;
    return models.nudgeByMessage(id);
  },
});

const countedObjects = (objects: Dependencies['objects'], tally: Tally): Dependencies['objects'] => {
  const put = (body: Uint8Array, kept: boolean): void => {
    tally.puts += 1;
    if (kept) tally.objectBytes += body.length;
  };
  return {
    get: (...args) => {
      tally.gets += 1;
      return objects.get(...args);
    },
    put: (bucket, key, body, type) => {
      put(body, bucket === 'raw-mime' || bucket === 'source-pdfs');
      return objects.put(bucket, key, body, type);
    },
    putOnce: (bucket, key, body, type) => {
      put(body, true);
      return objects.putOnce(bucket, key, body, type);
    },
    putOver: (bucket, key, body, over, type) => {
      put(body, bucket === 'raw-mime' || bucket === 'source-pdfs');
      return objects.putOver(bucket, key, body, over, type);
    },
    list: async (...args) => {
      const found = await objects.list(...args);
      tally.puts += Math.max(1, Math.ceil(found.length / LIST_PAGE));
      return found;
    },
    touch: (...args) => {
      tally.puts += 1;
      return objects.touch(...args);
    },
  };
};

const countedModel = (model: LanguageModel, tally: Tally): LanguageModel => {
  const asked = (task: string, data: unknown): number =>
    (task.length + FRAME_LETTERS + JSON.stringify(data).length) / LETTERS_A_TOKEN;
  return {
    draft: async (request, options) => {
      const answer = await model.draft(request, options);
      tally.modelCalls += 1;
      tally.tokensIn += asked(DRAFT_TASK, request);
      tally.tokensOut += ((answer.ok ? answer.value.length : 0) + 20) / LETTERS_A_TOKEN;
      return answer;
    },
    label: async (request, options) => {
      tally.modelCalls += 1;
      tally.tokensIn += asked(LABEL_TASK, request);
      tally.tokensOut += 200 / LETTERS_A_TOKEN;
      return model.label(request, options);
    },
    paragraph: async (figures, complaint, options) => {
      tally.modelCalls += 1;
      tally.summaryTokensIn += asked(PARAGRAPH_TASK, figures);
      tally.summaryTokensOut += 1_200 / LETTERS_A_TOKEN;
      return model.paragraph(figures, complaint, options);
    },
  };
};
