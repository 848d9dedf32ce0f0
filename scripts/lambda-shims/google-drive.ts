import { drive_v3 } from '../../node_modules/@googleapis/drive/build/v3.js';

/** The third version of Drive alone; the package brings the second too. */
export const drive = (options: drive_v3.Options): drive_v3.Drive => new drive_v3.Drive(options);
