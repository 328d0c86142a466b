#!/bin/sh
# Builds the image, lets it migrate an empty database, and runs every app of it as production does, until each says that
# it is ready; then ends them. Nothing is left behind but the image. Needs openssl and docker (or ENGINE=podman, with
# RUN_OPTIONS for what your machine asks), and uses ports 24100 to 24600 of this machine.
#
#   docker/try.sh                                             with a PostgreSQL of its own
#   DATABASE_SERVER=postgres://owner@127.0.0.1:5432 docker/try.sh   on yours: it makes databases try_csam and try_queue
#   BUILD=no docker/try.sh                                    with the image that is there
set -eu
cd "$(dirname "$0")/.."
ENGINE=${ENGINE:-docker}
IMAGE=csam-aanmelden:latest
folder=$(mktemp -d)
chmod 755 "$folder"
started=
finish() {
  for name in $started; do $ENGINE rm -f "$name" >/dev/null 2>&1 || true; done
  rm -rf "$folder"
}
trap finish EXIT
trap 'exit 130' INT TERM

[ "${BUILD:-yes}" = no ] || $ENGINE build -t $IMAGE -f docker/Dockerfile .

# One self-made certificate for whatever wants one: nobody is asked for anything here.
openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=try.example -keyout "$folder/key" -out "$folder/crt" 2>/dev/null
openssl rand -hex 32 >"$folder/master.key"
openssl rand -hex 24 >"$folder/secret"
# The folder is this trial's own, and the user of the image is another one.
chmod 644 "$folder"/*

container() { # name, options…, -- command
  name=try-$1
  shift
  started="$started $name"
  # shellcheck disable=SC2086
  $ENGINE run --name "$name" --network host ${RUN_OPTIONS:-} "$@"
}

if [ -z "${DATABASE_SERVER:-}" ]; then
  container postgres -d -e POSTGRES_USER=owner -e POSTGRES_HOST_AUTH_METHOD=trust postgres:18 -c port=24532 >/dev/null
  DATABASE_SERVER=postgres://owner@127.0.0.1:24532
fi

cat >"$folder/env" <<EOF
CSAM_PORT_BASE=24100
CSAM_FAS_URL=https://fas.example
CSAM_CARD_URL=https://card.fas.example
CSAM_SMA_URL=https://sma.example
CSAM_APS_URL=https://aps.example
CSAM_ADMIN_URL=https://admin.example
CSAM_MASTER_KEY_FILE=/etc/csam/master.key
CSAM_DATA_DIRECTORY=/tmp
CSAM_MAIL_HOST=relay.invalid
CSAM_MAIL_FROM=CSAM <no-reply@csam.example>
CSAM_SMS_HOST=centre.invalid
CSAM_SMS_PASSWORD_FILE=/etc/csam/secret
CSAM_NATIONAL_REGISTER_URL=https://register.invalid/GetPerson
CSAM_NATIONAL_REGISTER_KEY_FILE=/etc/csam/key
CSAM_NATIONAL_REGISTER_CERTIFICATE_FILE=/etc/csam/crt
CSAM_NATIONAL_REGISTER_SERVER_CERTIFICATE_FILE=/etc/csam/crt
CSAM_BIS_REGISTER_URL=https://bis.invalid/PersonService
CSAM_BIS_REGISTER_CUSTOMER_NUMBER=0671516647
CSAM_BIS_REGISTER_KEY_FILE=/etc/csam/key
CSAM_BIS_REGISTER_CERTIFICATE_FILE=/etc/csam/crt
CSAM_BIS_REGISTER_SERVER_CERTIFICATE_FILE=/etc/csam/crt
CSAM_ENTERPRISE_FUNCTIONS_URL=https://bus.invalid/functions
CSAM_ROLE_ADMINISTRATION_URL=https://bus.invalid/roles
CSAM_SERVICE_BUS_TOKEN_URL=https://bus.invalid/token
CSAM_SERVICE_BUS_CLIENT_ID=csam
CSAM_SERVICE_BUS_SECRET_FILE=/etc/csam/secret
CSAM_CARD_KEY_FILE=/etc/csam/key
CSAM_CARD_CERTIFICATE_FILE=/etc/csam/crt
CSAM_EID_ROOTS_FILE=/etc/csam/crt
CSAM_EID_ISSUERS_FILE=/etc/csam/crt
CSAM_PASSKEY_RP_ID=example
QUEUE_URL=$DATABASE_SERVER/try_queue
EOF

csam() { # name, DATABASE_URL, arguments of node…
  name=$1
  url=$2
  shift 2
  container "$name" --rm --read-only --tmpfs /tmp --cap-drop ALL --env-file "$folder/env" -e DATABASE_URL="$url" \
    -v "$folder:/etc/csam:ro" $IMAGE "$@"
}

# The image brings the client of PostgreSQL; it waits for the server.
csam databases "$DATABASE_SERVER/postgres" -e "
  const { default: pg } = await import('pg');
  for (let tries = 60; ; tries -= 1) {
    const client = new pg.Client(process.env.DATABASE_URL);
    try {
      await client.connect();
      for (const name of ['try_csam', 'try_queue']) {
        await client.query('drop database if exists ' + name);
        await client.query('create database ' + name);
      }
      await client.end();
      break;
    } catch (error) {
      if (tries === 0) throw error;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }"
csam migrate "$DATABASE_SERVER/try_csam" dist/apps/csam/src/main.js migrate

ready() { # app, port
  for _ in $(seq 60); do
    if [ "$(curl -s -o /dev/null -w '%{http_code}' "http://127.0.0.1:$2/health/ready")" = 200 ]; then
      echo "$1 is ready"
      return
    fi
    sleep 1
  done
  $ENGINE logs "try-$1"
  echo "$1 does not become ready" >&2
  exit 1
}

for app in fas:24150 sma:24250 aps:24350 admin:24450 worker:24550; do
  container "${app%:*}" -d --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges \
    --env-file "$folder/env" -e DATABASE_URL="$DATABASE_SERVER/try_csam" -v "$folder:/etc/csam:ro" \
    $IMAGE "dist/apps/${app%:*}/src/main.js" >/dev/null
  ready "${app%:*}" "${app#*:}"
done
for app in fas sma aps admin worker; do
  $ENGINE stop -t 40 "try-$app" >/dev/null
  ended=$($ENGINE inspect -f '{{.State.ExitCode}}' "try-$app")
  [ "$ended" = 0 ] || { echo "$app ended with $ended" >&2; exit 1; }
done
echo "The image works: every app became ready, and ended when it was asked to."
