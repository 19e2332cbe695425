#!/bin/sh
# /usr/bin/id -u
echo "${SIMULATED_UID-0}"
