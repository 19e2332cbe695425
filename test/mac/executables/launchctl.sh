#!/bin/sh
# /bin/launchctl: whether this is a person's session, and the agent's job.
root=${0%/bin/launchctl}
state=$root/private/var/mac
label=com.jamf.management.jamfAAD.agent
plist=$root/Library/LaunchAgents/$label.plist
IFS= read -r uid <"$state/uid"
case "$*" in
  managername)
    echo Aqua
    ;;
  "print gui/$uid/$label")
    if [ ! -f "$plist" ]; then
      echo 'Bad request.' >&2
      echo "Could not find service \"$label\" in domain for user gui: $uid" >&2
      exit 113
    fi
    job_state='not running'
    "$root/bin/ps" -axww -o pid=,ppid=,uid=,lstart=,args= | grep -q 'gatherAADInfo -recurring' && job_state=running
    cat <<END
gui/$uid/$label = {
	active count = 0
	path = /Library/LaunchAgents/$label.plist
	type = LaunchAgent
	state = $job_state

	program = /Library/Application Support/JAMF/Jamf.app/Contents/MacOS/Jamf Conditional Access.app/Contents/MacOS/Jamf Conditional Access
	arguments = {
		/Library/Application Support/JAMF/Jamf.app/Contents/MacOS/Jamf Conditional Access.app/Contents/MacOS/Jamf Conditional Access
		gatherAADInfo
		-recurring
	}

	domain = gui/$uid [100017]
	runs = 12
	last exit code = 0

	run interval = 900 seconds
}
END
    ;;
  *)
    echo "Could not find what the simulated Mac knows: launchctl managername, launchctl print gui/$uid/$label" >&2
    exit 113
    ;;
esac
