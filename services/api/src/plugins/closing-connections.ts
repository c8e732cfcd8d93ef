import fastifyPlugin from 'fastify-plugin';

/** Answers that end while the process closes also end their connections, which would keep it open until they time out. */
export const closingConnections = fastifyPlugin(
  (app, _options, done) => {
    let isClosing = false;
    app.addHook('preClose', (next) => {
      isClosing = true;
      next();
    });
    app.addHook('onSend', (_request, reply, payload, next) => {
      if (isClosing) reply.header('connection', 'close');
      next(null, payload);
    });
    done();
  },
  { name: 'closing-connections' },
);
