// Package storage stands in for Google's object store, in which Temporal can archive histories: a client library with its own
// service mesh, which takes a minute to compile for an archive that this stack never has. Nothing gets past NewClient.
package storage

import (
	"context"
	"errors"

	"google.golang.org/api/iterator"
	"google.golang.org/api/option"
)

// ScopeFullControl is the permission that Temporal asks for.
const ScopeFullControl = "https://www.googleapis.com/auth/devstorage.full_control"

var errNotPartOfThisBuild = errors.New("Google Cloud Storage is not part of this build")

// Client cannot be made.
type Client struct{}

// NewClient always fails.
func NewClient(context.Context, ...option.ClientOption) (*Client, error) {
	return nil, errNotPartOfThisBuild
}

// Bucket is never reached.
func (*Client) Bucket(string) *BucketHandle { return &BucketHandle{} }

// BucketHandle holds nothing.
type BucketHandle struct{}

// BucketAttrs are those of a bucket.
type BucketAttrs struct{}

// Attrs always fails.
func (*BucketHandle) Attrs(context.Context) (*BucketAttrs, error) { return nil, errNotPartOfThisBuild }

// Object is never reached.
func (*BucketHandle) Object(string) *ObjectHandle { return &ObjectHandle{} }

// Objects finds none.
func (*BucketHandle) Objects(context.Context, *Query) *ObjectIterator { return &ObjectIterator{} }

// Query selects objects.
type Query struct{ Prefix string }

// ObjectIterator is at its end.
type ObjectIterator struct{}

// Next says that there is none.
func (*ObjectIterator) Next() (*ObjectAttrs, error) { return nil, iterator.Done }

// ObjectAttrs are those of an object.
type ObjectAttrs struct{ Name string }

// ObjectHandle holds nothing.
type ObjectHandle struct{}

// Attrs always fails.
func (*ObjectHandle) Attrs(context.Context) (*ObjectAttrs, error) { return nil, errNotPartOfThisBuild }

// NewReader always fails.
func (*ObjectHandle) NewReader(context.Context) (*Reader, error) { return nil, errNotPartOfThisBuild }

// NewWriter makes one that takes nothing.
func (*ObjectHandle) NewWriter(context.Context) *Writer { return &Writer{} }

// Reader cannot be made.
type Reader struct{}

// Read always fails.
func (*Reader) Read([]byte) (int, error) { return 0, errNotPartOfThisBuild }

// Close closes nothing.
func (*Reader) Close() error { return nil }

// Writer takes nothing.
type Writer struct{}

// Write always fails.
func (*Writer) Write([]byte) (int, error) { return 0, errNotPartOfThisBuild }

// Close always fails, so that nobody believes that something was written.
func (*Writer) Close() error { return errNotPartOfThisBuild }

// CloseWithError closes nothing.
func (*Writer) CloseWithError(error) error { return nil }
