const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Takes the signals that end a process over from whoever has them, vitest above all, which would exit at once. */
export function takeSignals(handler: () => void): void {
  for (const signal of SIGNALS) {
    process.removeAllListeners(signal);
    process.on(signal, handler);
  }
}

/** Gives the signals back. */
export function releaseSignals(handler: () => void): void {
  for (const signal of SIGNALS) process.off(signal, handler);
}
