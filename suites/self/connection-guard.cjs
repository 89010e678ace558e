// Preloaded into a run: notes every host that a socket connects to.
const { appendFileSync } = require('node:fs');
const { Socket } = require('node:net');

const connect = Socket.prototype.connect;

Socket.prototype.connect = function noted(...args) {
  const [options] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof options === 'object' && options.host) appendFileSync(process.env.GUARD_FILE, `${options.host}\n`);
  return connect.apply(this, args);
};
