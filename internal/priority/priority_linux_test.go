package priority

import (
	"runtime"
	"syscall"
	"testing"
)

// niceOf is the nice value of the calling thread; the kernel tells 20 minus it.
func niceOf(t *testing.T) int {
	n, err := syscall.Getpriority(syscall.PRIO_PROCESS, syscall.Gettid())
	if err != nil {
		t.Fatal(err)
	}
	return 20 - n
}

func TestOnlyTheBackgroundYields(t *testing.T) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	before, inside, handed := niceOf(t), 0, 0
	Background(func() {
		inside = niceOf(t)
		done := make(chan struct{})
		go func() { // on another thread, because that of the background is taken
			runtime.LockOSThread()
			defer runtime.UnlockOSThread()
			handed = niceOf(t)
			close(done)
		}()
		<-done
	})
	if inside != before+ofBackground || handed != before || niceOf(t) != before {
		t.Errorf("the nice value is %d before, %d in the background, %d of what it hands over, %d behind it", before, inside, handed, niceOf(t))
	}
}
