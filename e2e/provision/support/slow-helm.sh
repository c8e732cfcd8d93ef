#!/bin/sh
# Runs the real helm with so few requests a second that it can be frozen in the middle of its work, whatever else the machine does.
HELM_QPS=4 HELM_BURST_LIMIT=1 exec "$REAL_HELM" "$@"
