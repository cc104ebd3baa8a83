//go:build unix

package main

import (
	"os"
	"strconv"
	"syscall"
)

// politeness is the nice value of an import by itself: a server on the same machine answers its questions first, and an import that is alone
// takes no longer for it.
const politeness = 10

// yield lets other processes have the processor before this one. Linux keeps the value of each thread, and new ones have that of their maker.
// Where it cannot be set the import goes on as it is.
func yield() {
	tasks, err := os.ReadDir("/proc/self/task")
	if err != nil {
		_ = syscall.Setpriority(syscall.PRIO_PROCESS, 0, politeness)
		return
	}
	for _, task := range tasks {
		if id, err := strconv.Atoi(task.Name()); err == nil {
			_ = syscall.Setpriority(syscall.PRIO_PROCESS, id, politeness)
		}
	}
}
