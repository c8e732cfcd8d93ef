export { ConfigError, parseConfig, type Environment } from './config.ts';
export * as configFields from './config-fields.ts';
export { createLogger, type Logger, type LoggerOptions } from './logger.ts';
export { Counter, createMetricsRegistry, Gauge, Histogram, type Registry } from './metrics.ts';
export { startMetricsServer } from './metrics-server.ts';
export { redacted, redactText, secretFieldNames } from './redaction.ts';
export { seal, sealingKeyId, unseal, type SealedValue } from './sealing.ts';
export { closeOnSignal } from './shutdown.ts';
export { storeAddress, type StoreAddress, type StoreAddressConfig } from './store-address.ts';
