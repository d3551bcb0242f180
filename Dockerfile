# One image for every process: `docker build -t gradeck .`, then see compose.yaml.
FROM node:22-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1 CHECKPOINT_DISABLE=1
COPY package.json package-lock.json ./
COPY lib/cli/prepare.mjs lib/cli/
# As a start would: it notes what was installed, so that the next step does not install it again.
RUN node --input-type=module -e "const { install } = await import('./lib/cli/prepare.mjs'); install()"
COPY . .
# Makes the database clients and the build, and notes what they were made from, so that a start finds both done.
RUN node --input-type=module -e "const { install, generate, build } = await import('./lib/cli/prepare.mjs'); install(); generate(); build()" \
 && npm prune --omit=dev --no-audit --no-fund

FROM node:22-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 CHECKPOINT_DISABLE=1 \
    HOST=0.0.0.0 PORT=3000 DATA_DIR=/data LOG_FORMAT=json
COPY --from=build --chown=node:node /app ./
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=180s \
  CMD node -e "fetch('http://127.0.0.1:3000/api/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
# The process itself, not npm: SIGTERM reaches it, and it finishes what it is answering.
CMD ["node", "--conditions=react-server", "--import", "tsx", "lib/cli/gradeck.ts", "serve"]
