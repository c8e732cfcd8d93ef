// Package sqlite stands in for the SQLite driver that Temporal imports for a database that this stack never uses: a C library
// in Go, which takes minutes to compile. It holds what Temporal's plugin names, and no driver.
package sqlite

// Error is the driver's error; there is no driver here that could return one.
type Error struct{ code int }

func (e *Error) Error() string { return "SQLite is not part of this build" }

// Code is the result code of SQLite (https://sqlite.org/rescode.html).
func (e *Error) Code() int { return e.code }
