# Leidraad as an image: one static program, run by a user without rights.
#
#   docker build -t leidraad .
#   docker run --rm -v "$PWD:/guidelines:ro" leidraad check

FROM swift:6.3-bookworm AS build

# The archive moves on; a pinned version would soon be gone.
# hadolint ignore=DL3008
RUN apt-get update \
  && apt-get install --yes --no-install-recommends libyaml-dev make pkg-config \
  && rm -rf /var/lib/apt/lists/*

WORKDIR /source
COPY . .
RUN make static \
  && install -D -m 755 .build-static/release/leidraad /image/usr/local/bin/leidraad \
  && install -D -m 644 LICENSE /image/usr/local/share/doc/leidraad/LICENSE


# Not `scratch`: build services run their scripts with a shell, and `--changed` asks git.
FROM debian:bookworm-slim

LABEL org.opencontainers.image.title="Leidraad" \
  org.opencontainers.image.description="Checks guidelines for online work and says what is missing" \
  org.opencontainers.image.licenses="EUPL-1.2"

# Git refuses a folder of another user, which a mounted one always is. /guidelines is ours, /src is where pre-commit mounts.
# hadolint ignore=DL3008
RUN apt-get update \
  && apt-get install --yes --no-install-recommends git \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --uid 10001 --home-dir /home/leidraad --shell /usr/sbin/nologin leidraad \
  && install -d -m 755 -o leidraad -g leidraad /home/leidraad \
  && git config --file /home/leidraad/.gitconfig --add safe.directory /guidelines \
  && git config --file /home/leidraad/.gitconfig --add safe.directory /src

# Also for whoever runs it as a user of their own.
ENV HOME=/home/leidraad

COPY --from=build /image/ /

USER 10001:10001
WORKDIR /guidelines
ENTRYPOINT ["leidraad"]
CMD ["check"]
