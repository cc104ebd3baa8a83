package main

import (
	"context"
	"log/slog"
	"time"
)

// settleInterval is how soon after a killed import counts as interrupted its organisations and instructors are settled.
const settleInterval = 30 * time.Second

// keepSettled computes the spans that killed imports have left stale, at the start and then while no import runs, until the context ends.
func (r *rooms) keepSettled(ctx context.Context, log *slog.Logger, changed func()) {
	ticker := time.NewTicker(settleInterval)
	defer ticker.Stop()
	for {
		switch settled, err := r.registry.SettleIdle(ctx); {
		case err != nil && ctx.Err() == nil:
			log.Error("the spans that an import left stale could not be computed", "error", err)
		case settled:
			log.Info("the spans that an interrupted import had left stale were computed")
			changed()
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}
