FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet restore src/PolicyBot --locked-mode \
    && dotnet publish src/PolicyBot --no-restore -c Release -o /app \
    && mkdir /data

# The chiselled image has no shell and no user with rights; "extra" holds the time zones.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build /app .
COPY --from=build --chown=1654:1654 /data /data
USER 1654
ENV Store__Folder=/data Urls=http://0.0.0.0:8080
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["./policybot"]
