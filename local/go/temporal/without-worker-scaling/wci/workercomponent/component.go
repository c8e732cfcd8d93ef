// Package workercomponent adds nothing to Temporal's own workers: no workers are started on demand here.
package workercomponent

import "go.uber.org/fx"

// Module is empty.
var Module = fx.Options()
