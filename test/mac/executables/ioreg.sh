#!/bin/sh
# /usr/sbin/ioreg: the root of the I/O registry, which tells whether the screen is locked (unlocked is said by silence),
# and the node of the platform, which tells the serial number.
state=${0%/usr/sbin/ioreg}/private/var/mac
IFS=' ' read -r screen locked_at <"$state/screen"
IFS= read -r user <"$state/user"
IFS= read -r uid <"$state/uid"

# What cat does, without starting it: Vigil asks at each look at the Mac.
copy() {
  while IFS= read -r line; do printf '%s\n' "$line"; done
}

as_xml=no
root_only=no
platform_only=no
while [ $# -gt 0 ]; do
  case "$1" in
    -a) as_xml=yes ;;
    -c | -n | -k)
      [ "$1 $2" = '-n Root' ] && root_only=yes
      [ "$1 $2" = '-c IOPlatformExpertDevice' ] && platform_only=yes
      shift
      ;;
    -d1 | -rd1 | -w0 | -r) ;;
    *)
      echo "ioreg: unrecognized option: $1" >&2
      exit 64
      ;;
  esac
  shift
done
if [ "$platform_only" = yes ]; then
  IFS= read -r serial <"$state/serial"
  copy <<END
+-o J413AP  <class IOPlatformExpertDevice, id 0x100000227, registered, matched, active, busy 0 (0 ms), retain 41>
    {
      "manufacturer" = <"Apple Inc.">
      "IOPlatformSerialNumber" = "$serial"
      "IOPlatformUUID" = "6F1B9C52-3A77-5D0E-9D4E-2B8A31C5E7F0"
      "model" = <"Mac14,2">
    }

END
  exit 0
fi
if [ "$root_only" = no ]; then
  echo 'ioreg: the simulated Mac knows only -n Root and -c IOPlatformExpertDevice' >&2
  exit 64
fi

if [ "$as_xml" = yes ]; then
  lock_keys=
  console='<false/>'
  if [ "$screen" = locked ]; then
    console='<true/>'
    lock_keys="<key>CGSSessionScreenIsLocked</key><true/>
			<key>CGSSessionScreenLockedTime</key><integer>$locked_at</integer>
			"
  fi
  copy <<END
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>IOConsoleLocked</key>$console
	<key>IOConsoleUsers</key>
	<array>
		<dict>
			$lock_keys<key>kCGSSessionOnConsoleKey</key><true/>
			<key>kCGSSessionUserIDKey</key><integer>$uid</integer>
			<key>kCGSSessionUserNameKey</key><string>$user</string>
		</dict>
	</array>
	<key>IORegistryEntryName</key><string>Root</string>
</dict>
</plist>
END
else
  lock_keys=
  console=No
  if [ "$screen" = locked ]; then
    console=Yes
    lock_keys="\"CGSSessionScreenIsLocked\"=Yes,\"CGSSessionScreenLockedTime\"=$locked_at,"
  fi
  copy <<END
+-o Root  <class IORegistryEntry, id 0x100000100, retain 37>
    {
      "OS Build Version" = "25F80"
      "IOConsoleLocked" = $console
      "IORegistryPlanes" = {"IOPort"="IOPort","IOPower"="IOPower","IOService"="IOService","IODeviceTree"="IODeviceTree"}
      "IOConsoleUsers" = ({"kCGSSessionOnConsoleKey"=Yes,"kSCSecuritySessionID"=100017,$lock_keys"kCGSSessionGroupIDKey"=20,"kCGSSessionIDKey"=257,"kCGSessionLoginDoneKey"=Yes,"kCGSSessionSystemSafeBoot"=No,"kCGSSessionUserNameKey"="$user","kCGSSessionAuditIDKey"=100017,"kCGSSessionUserIDKey"=$uid})
      "IOConsoleUsersSeed" = <0300000000000000>
    }

END
fi
