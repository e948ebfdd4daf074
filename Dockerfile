# Two stages: the native SQLite module is compiled once, and the image that runs holds neither compiler nor development tools.
FROM node:24-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json nest-cli.json tsconfig.json ./
COPY apps apps
COPY libs libs
RUN npm ci && npm run build && npm prune --omit=dev --ignore-scripts

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data KEYS_DIR=/keys MASTER_KEY_FILE=/run/secrets/master_key
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE ./
COPY event-schemas event-schemas
COPY organisations organisations
COPY apps/server/views apps/server/views
COPY apps/server/public apps/server/public
COPY libs/notices/templates libs/notices/templates
RUN mkdir /data /keys && chown node:node /data /keys
USER node
VOLUME ["/data", "/keys"]
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s CMD ["node", "-e", "fetch('http://127.0.0.1:3000/health/live').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--enable-source-maps", "--max-semi-space-size=32", "dist/apps/server/src/main.js"]
