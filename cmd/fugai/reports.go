package main

import (
	"context"
	"log/slog"
	"time"
)

// reportInterval is how soon after midnight the reporting views show the new day.
const reportInterval = time.Minute

// keepReports keeps the day of the reporting views the day of the deployment's zone until the context ends.
func (r *rooms) keepReports(ctx context.Context, log *slog.Logger) {
	ticker := time.NewTicker(reportInterval)
	defer ticker.Stop()
	for {
		if _, err := r.registry.SetReports(ctx, r.today()); err != nil && ctx.Err() == nil {
			log.Error("the day of the reporting views could not be set", "error", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}
