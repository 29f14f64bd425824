#!/bin/sh
# Install the programs the tests drive: Chromium, and nginx for the recipe in docs/deployment.md.
set -eu

has_chromium() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then return 0; fi
  done
  return 1
}

has_nginx() { PATH="$PATH:/usr/sbin:/usr/local/sbin" command -v nginx >/dev/null 2>&1; }

if has_chromium && has_nginx; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Chromium and nginx for the tests ..."
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  has_chromium || apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core >/dev/null
  has_nginx || apt-get install -y -qq --no-install-recommends nginx-light >/dev/null
  exit 0
fi
has_nginx || echo "Without nginx the tests of docs/deployment.md are passed over." >&2
if has_chromium; then exit 0; fi
cat >&2 <<'END'
The browser tests need Chromium, and there is none on this computer.
  Debian, Ubuntu:  sudo apt-get install chromium
  Fedora:          sudo dnf install chromium
  macOS:           brew install --cask chromium
Or say where a Chrome or Chromium is:  CHROMIUM=/path/to/chrome make test
END
exit 1
