export * from './sample-inputs.ts';
export * from './sample-reports.ts';
