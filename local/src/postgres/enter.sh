#!/bin/sh
# Runs a PostgreSQL program as an unprivileged user. PostgreSQL refuses to run as root, and a user of its own could not
# reach a checkout below /root. So this process sees, in a mount namespace of its own, the installation and the state
# directory at paths that anybody may walk, and a passwd file that knows the user; nothing of that is seen outside.
# Arguments: user id, directory of the installation, state directory, program, its arguments.
set -eu
user=$1 installation=$2 state=$3
shift 3
mount -t tmpfs -o mode=0755 tmpfs /media
mkdir /media/postgresql /media/state
mount --bind "$installation" /media/postgresql
mount --bind "$state" /media/state
printf 'postgres:x:%s:%s:PostgreSQL:/media:/bin/false\n' "$user" "$user" >/media/passwd
mount --bind /media/passwd /etc/passwd
cd /media/state
exec setpriv --reuid "$user" --regid "$user" --clear-groups --pdeathsig KILL -- "$@"
