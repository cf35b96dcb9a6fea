# Laurel as a container: production dependencies only, not as root, one volume for the data.
#   docker build -t laurel .
#   docker run --read-only --cap-drop ALL --env-file .env -v laurel-data:/app/data laurel

FROM node:26-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json ./
COPY tools/installed.ts tools/installed.rules.ts ./tools/
RUN npm ci --omit=dev --ignore-scripts && npm_config_omit=dev node tools/installed.ts

FROM node:26-slim AS bundle
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY src ./src
COPY tools ./tools
RUN node tools/bundle.ts

FROM node:26-slim
# Nothing but the volume can be written to: large sorts of SQLite go there as well.
ENV NODE_ENV=production DATABASE_PATH=/app/data/laurel.db TMPDIR=/app/data
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json package-lock.json LICENSE ./
COPY migrations ./migrations
COPY src ./src
COPY --from=bundle /app/node_modules/.cache ./node_modules/.cache
RUN mkdir data && chown node:node data
USER node
VOLUME /app/data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s CMD ["node", "src/ops/healthcheck.ts"]
CMD ["node", "--max-semi-space-size=8", "src/start.js"]
