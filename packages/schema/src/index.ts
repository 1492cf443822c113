export * from './document/config-path.ts';
export * from './document/config-value.ts';
export type * from './document/model-config-document.ts';
export type * from './document/source-range.ts';
export * from './torchserve-version.ts';
export * from './upstream-reference.ts';
export type * from './properties/config-properties.ts';
export * from './message-template.ts';
