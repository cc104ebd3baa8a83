package main

import "testing"

func TestRequestsHaveRoomWhateverLives(t *testing.T) {
	for alive, want := range map[uint64]int{0: 100, 10 << 20: 100, 32 << 20: 100, 64 << 20: 50, 200 << 20: 16, 1 << 30: 10, 1 << 40: 10} {
		if got := percent(alive); got != want {
			t.Errorf("of %d bytes: %d%%, want %d%%", alive, got, want)
		}
	}
}
