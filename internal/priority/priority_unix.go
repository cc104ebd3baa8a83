//go:build unix && !linux

package priority

import "syscall"

func yieldProcess(nice int) { _ = syscall.Setpriority(syscall.PRIO_PROCESS, 0, nice) }

func yieldThread(int) {}
