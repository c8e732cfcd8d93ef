#!/bin/sh
# First program of the node's process namespace. What the node's programs write to fixed places (sockets, CNI results,
# logs of containers) goes to memory that is gone with the node; what has to stay is under the state directory,
# mounted at a short path because socket paths may not be longer than 107 bytes.
# Argument: the state directory.
set -eu
mount --make-rshared /
mount -t tmpfs -o mode=0755 tmpfs /run
mkdir -p /run/shopwright /run/lock
mount --bind "$1" /run/shopwright
mount -t tmpfs -o mode=0755 tmpfs /var/lib
mount -t tmpfs -o mode=0755 tmpfs /var/log
# Reaps the containers' helpers, which outlive the programs that started them.
exec tini -- sleep infinity
