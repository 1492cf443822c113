# The review dashboard: docs/review.md says how to run it.
FROM node:24-slim AS build
WORKDIR /app
COPY . .
RUN npm ci --ignore-scripts && npm run build --workspace @topodiff/review
# The bundle holds the project's own packages; only what it imports from npm is installed again.
RUN npm ci --ignore-scripts --omit=dev --omit=optional --workspace @topodiff/review \
  && rm -r node_modules/@topodiff

FROM node:24-slim
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/apps/review/package.json apps/review/package.json
COPY --from=build /app/apps/review/bin apps/review/bin
COPY --from=build /app/apps/review/dist apps/review/dist
COPY --from=build /app/LICENSE LICENSE
RUN mkdir /data && chown node:node /data
ENV NODE_ENV=production TOPODIFF_HOST=0.0.0.0 TOPODIFF_PORT=4173 TOPODIFF_DATA_FOLDER=/data
USER node
VOLUME /data
EXPOSE 4173
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.TOPODIFF_PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: the process gets the signals itself, and finishes its requests.
CMD ["node", "apps/review/dist/main.js"]
