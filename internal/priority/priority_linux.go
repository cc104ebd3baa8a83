package priority

import (
	"os"
	"strconv"
	"syscall"
)

// yieldProcess sets every thread: Linux keeps the value of each, and new ones have that of their maker.
func yieldProcess(nice int) {
	tasks, _ := os.ReadDir("/proc/self/task")
	for _, task := range tasks {
		if id, err := strconv.Atoi(task.Name()); err == nil {
			_ = syscall.Setpriority(syscall.PRIO_PROCESS, id, nice)
		}
	}
}

func yieldThread(nice int) { _ = syscall.Setpriority(syscall.PRIO_PROCESS, syscall.Gettid(), nice) }
