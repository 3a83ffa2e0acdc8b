# The server with the dossiers in it: `docker build -t custodes .`, then `docker run --init -p 127.0.0.1:4000:4000 custodes` serves from memory.
# With NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD it serves from Neo4j; docker-compose.yml does both.

FROM node:24-bookworm-slim AS build
WORKDIR /custodes
COPY package.json package-lock.json .npmrc LICENSE ./
RUN npm ci --no-audit
COPY tsconfig.json ./
COPY schema schema
COPY scripts/bundle.mjs scripts/notices.mjs scripts/
COPY src src
COPY web web
RUN npm run build

FROM node:24-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /custodes
COPY --from=build /custodes/dist dist
# The program has its packages in it (scripts/bundle.mjs), but for the data of these two, which is read as files.
COPY --from=build /custodes/node_modules/cldr-core node_modules/cldr-core
COPY --from=build /custodes/node_modules/cldr-localenames-full node_modules/cldr-localenames-full
COPY package.json LICENSE ./
COPY schema schema
COPY cypher cypher
COPY seeds seeds
# Checks the dossiers and leaves the compiled graph in .custodes/, so that every container starts from it.
RUN node dist/main.js query '{ dataVersion }'
# `node`, the image's own user without rights, by number, as Kubernetes wants it (runAsNonRoot); nothing is written to the file system.
USER 1000
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.CUSTODES_PORT || process.env.PORT}/health/ready`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js", "serve"]
