// Package priority has work for which nobody waits leave the processor to other work.
package priority

import "runtime"

// Nice values: of a process that imports by itself, and of a thread that works behind the answers of a server. One that is alone takes no
// longer for it.
const (
	ofImport     = 10
	ofBackground = 5
)

// YieldProcess lets other processes have the processor before this one. Where that cannot be set it goes on as it is.
func YieldProcess() { yieldProcess(ofImport) }

// Background runs work on a thread of its own that lets others have the processor first, and returns when it is done. On systems whose
// threads have no priorities of their own it just runs. What the work hands to goroutines has the usual priority.
func Background(work func()) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		runtime.LockOSThread() // for good: the thread ends with the goroutine, because its priority cannot be raised again
		yieldThread(ofBackground)
		work()
	}()
	<-done
}
