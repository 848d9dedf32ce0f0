import { digest } from '../digest.ts';
import { awsWorld } from './aws-world.ts';
import { noModel } from './no-model.ts';

/** Figures and lists only: nothing is asked of a model. */
export const handler = digest(awsWorld({ model: noModel }));
