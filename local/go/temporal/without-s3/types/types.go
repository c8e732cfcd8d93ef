// Package types holds the names that Temporal uses of the original's.
package types

// CommonPrefix is what some keys begin with.
type CommonPrefix struct{ Prefix *string }

// Object is one of a listing.
type Object struct{ Key *string }

// NoSuchBucket is the store's error; there is no store here that could answer it.
type NoSuchBucket struct{}

func (*NoSuchBucket) Error() string { return "no such bucket" }

// NoSuchKey is the store's error; there is no store here that could answer it.
type NoSuchKey struct{}

func (*NoSuchKey) Error() string { return "no such key" }
