#!/bin/sh
# Where builds share the network of the machine, the usual ports may be taken.
# Prepares a database, initialises it twice, serves the shop, asks for the pages that shoppers and owners see first, stops.
set -eu
cd /srv/shop
data="$(mktemp --directory)"
cluster="${data}/cluster"
. tools/start-database.sh
mkdir "${data}/owner"
for key in username email password; do printf 'rehearsal@example.com' > "${data}/owner/${key}"; done
export OWNER_DIRECTORY="${data}/owner" STORE_TITLE=Rehearsal STORE_CURRENCY=USD STORE_COUNTRY=US
export PORT=28080 HEALTH_PORT=29090 COOKIE_SECRET=rehearsal
for name in ADMIN CUSTOMER; do export "JWT_${name}_SECRET=rehearsal" "JWT_${name}_REFRESH_SECRET=rehearsal"; done
node runtime/initialise.mjs --prepare
node runtime/initialise.mjs
node runtime/initialise.mjs | grep '"result":"done","changes":0,'
node runtime/serve.mjs &
shop=$!
curl --fail --silent --output /dev/null --retry 60 --retry-delay 1 --retry-connrefused http://127.0.0.1:29090/ready
for page in / /shop /stoneware-cup /cart /about /admin/login /assets/sample/cup.webp; do
  curl --fail --silent --show-error --output /dev/null "http://127.0.0.1:28080${page}"
done
kill "${shop}"
wait "${shop}"
pg_ctl --pgdata "${cluster}" --silent --mode immediate stop
rm -rf "${data}"
