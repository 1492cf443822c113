import { join } from 'node:path';
import { sampleUpload } from '../src/testing/sample-upload.ts';
import { addUploadToken } from './add-upload-token.ts';
import { startService } from './run-service.ts';

/** Starts the built service on a store in `folder`, with a token of the sample's repository. */
export async function startUploadService(folder: string) {
  const store = { databaseUrl: null, dataFolder: join(folder, 'store') };
  const sample = sampleUpload();
  const token = await addUploadToken(store, sample.repository);
  const service = await startService({
    TOPODIFF_DATA_FOLDER: store.dataFolder,
    TOPODIFF_LOG_LEVEL: 'error',
  });
  return { store, sample, token, service };
}
