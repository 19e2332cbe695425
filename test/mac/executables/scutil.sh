#!/bin/sh
# /usr/sbin/scutil: the network as the system sees it, where a captive portal looks like any other; and the Mac's names.
state=${0%/usr/sbin/scutil}/private/var/mac
IFS= read -r network <"$state/network"
case "$1" in
  --nwi)
    echo 'Network information'
    echo
    echo 'IPv4 network interface information'
    if [ "$network" = offline ]; then
      printf '   No IPv4 states found\n\n\n   REACH : flags 0x00000000 (Not Reachable)\n\n'
    else
      printf '     en0 : flags      : 0x5 (IPv4,DNS)\n           address    : 192.168.1.23\n'
      printf '           reach      : 0x00000002 (Reachable)\n\n   REACH : flags 0x00000002 (Reachable)\n\n'
    fi
    printf 'IPv6 network interface information\n   No IPv6 states found\n\n\n   REACH : flags 0x00000000 (Not Reachable)\n'
    [ "$network" = offline ] || printf '\nNetwork interfaces: en0\n'
    ;;
  -r)
    if [ "$network" = offline ]; then echo 'Not Reachable'; else echo Reachable; fi
    ;;
  --get)
    case "$2" in
      ComputerName) IFS= read -r name <"$state/computer-name" ;;
      LocalHostName) IFS= read -r name <"$state/local-host-name" ;;
      HostName)
        # Nobody sets it on most Macs.
        echo 'HostName: not set' >&2
        exit 1
        ;;
      *) exit 1 ;;
    esac
    echo "$name"
    ;;
  --proxy)
    printf '<dictionary> {\n}\n'
    ;;
  *)
    echo 'scutil: the simulated Mac answers only: scutil --nwi, scutil -r HOST, scutil --get NAME, scutil --proxy' >&2
    exit 1
    ;;
esac
