FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# Nanum draws Korean in charts; only its files go into the image.
RUN apt-get update && apt-get install -y --no-install-recommends fonts-nanum && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
RUN dotnet restore src/PolicyBot --locked-mode \
    && dotnet publish src/PolicyBot --no-restore -c Release -o /app \
    && mkdir /data

# The chiselled image has no shell and no user with rights; "extra" holds the time zones.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /app .
COPY --from=build /usr/share/fonts/truetype/nanum /usr/share/fonts/truetype/nanum
COPY --from=build --chown=1654:1654 /data /data
USER 1654
ENV Store__Folder=/data Urls=http://0.0.0.0:8080
VOLUME /data
EXPOSE 8080
# SIGTERM lets what is in hand be answered and sent, within 25 seconds.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=6s --start-period=60s --retries=3 CMD ["./policybot", "health"]
ENTRYPOINT ["./policybot"]
