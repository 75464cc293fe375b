# The bot as an image: built once, then only what runs. `docker build -t pap-bot .`
# 24 is the current long-term-support version of Node.js.
ARG NODE_IMAGE=node:24-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM ${NODE_IMAGE} AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# Without the optional ones, which are what Prisma's command line needs, but for one: see below. The others are not left
# out: the chat libraries load what they only name as a peer.
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM ${NODE_IMAGE}
ENV NODE_ENV=production PAP_DATA_DIR=/data/record
WORKDIR /app
COPY --from=packages /app/node_modules ./node_modules
# What draws pictures is native code, which its package names as optional, one for each kind of machine.
COPY --from=build /app/node_modules/@resvg ./node_modules/@resvg
COPY --from=build /app/dist ./dist
# The templates of the pages in a browser.
COPY src/chat/web/views ./src/chat/web/views
COPY package.json ./
COPY prisma/migrations ./prisma/migrations
COPY prisma/plan ./prisma/plan
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 3978
# The bot ends by itself on SIGTERM, waits for what is under way, and the one process that it starts ends with it, so it
# may be process 1. `--init` (compose: init: true) is still good practice.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3978}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main.js"]
