#!/bin/sh
# Runs the real helm and freezes it in the middle of its work, until somebody sends SIGCONT or ends it.
(
  # A whole run takes about as long as three of these.
  sleep 0.07
  kill -STOP $$
) &
exec "$REAL_HELM" "$@"
