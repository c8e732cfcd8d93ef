#!/bin/sh
# Unpacks an archive of the npm registry after checking it. Usage: install-npm-archive.sh URL SHA512_BASE64 FOLDER
set -eu
certificates=/run/secrets/certificates
test -s "${certificates}" || certificates=/etc/ssl/certs/ca-certificates.crt
archive="$(mktemp)"
curl --fail --silent --show-error --location --retry 3 --cacert "${certificates}" --output "${archive}" "$1"
found="$(openssl dgst -sha512 -binary "${archive}" | base64 --wrap=0)"
if [ "${found}" != "$2" ]; then
  echo "$1 has the checksum ${found}, expected $2" >&2
  exit 1
fi
mkdir -p "$3"
tar --extract --gzip --file "${archive}" --directory "$3" --strip-components 1 --no-same-owner
rm "${archive}"
