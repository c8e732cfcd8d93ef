# Sourced by the rehearsal and by the build of the database image: starts an empty PostgreSQL for the shop in the folder
# ${cluster} and exports how it is reached.
initdb --pgdata "${cluster}" --username postgres --encoding UTF8 --locale C.UTF-8 --auth-local trust --auth-host reject \
  --wal-segsize 4 --no-instructions --no-sync > /dev/null
pg_ctl --pgdata "${cluster}" --wait --silent --log "${cluster}.log" \
  --options "-c listen_addresses='' -c unix_socket_directories=/tmp -c fsync=off" start
psql --host /tmp --username postgres --quiet --set ON_ERROR_STOP=1 \
  --command 'CREATE ROLE evershop LOGIN' --command 'CREATE DATABASE evershop OWNER evershop'
export DB_HOST=/tmp DB_PORT=5432 DB_USER=evershop DB_NAME=evershop DB_PASSWORD=unused DB_SSLMODE=disable
export EVERSHOP_HOME_URL=http://localhost IMAGE_ALLOWED_HOSTS=none.invalid
