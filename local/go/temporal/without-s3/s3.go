// Package s3 stands in for Amazon's object store, in which Temporal can archive histories: a generated client that takes long to
// compile for an archive that this stack never has. Every call fails.
package s3

import (
	"context"
	"errors"
	"io"

	"github.com/aws/aws-sdk-go-v2/aws"
	"github.com/aws/aws-sdk-go-v2/service/s3/types"
)

var errNotPartOfThisBuild = errors.New("S3 is not part of this build")

// Options are those that Temporal sets.
type Options struct {
	BaseEndpoint *string
	UsePathStyle bool
}

// Client reaches nothing.
type Client struct{}

// NewFromConfig makes a client of which every call fails.
func NewFromConfig(aws.Config, ...func(*Options)) *Client { return &Client{} }

// HeadBucketInput names a bucket.
type HeadBucketInput struct{ Bucket *string }

// HeadBucketOutput says that it is there.
type HeadBucketOutput struct{}

// HeadBucket always fails.
func (*Client) HeadBucket(context.Context, *HeadBucketInput, ...func(*Options)) (*HeadBucketOutput, error) {
	return nil, errNotPartOfThisBuild
}

// HeadObjectInput names an object.
type HeadObjectInput struct{ Bucket, Key *string }

// HeadObjectOutput says that it is there.
type HeadObjectOutput struct{}

// HeadObject always fails.
func (*Client) HeadObject(context.Context, *HeadObjectInput, ...func(*Options)) (*HeadObjectOutput, error) {
	return nil, errNotPartOfThisBuild
}

// PutObjectInput is an object.
type PutObjectInput struct {
	Bucket, Key *string
	Body        io.Reader
}

// PutObjectOutput says that it was written.
type PutObjectOutput struct{}

// PutObject always fails.
func (*Client) PutObject(context.Context, *PutObjectInput, ...func(*Options)) (*PutObjectOutput, error) {
	return nil, errNotPartOfThisBuild
}

// GetObjectInput names an object.
type GetObjectInput struct{ Bucket, Key *string }

// GetObjectOutput is its content.
type GetObjectOutput struct{ Body io.ReadCloser }

// GetObject always fails.
func (*Client) GetObject(context.Context, *GetObjectInput, ...func(*Options)) (*GetObjectOutput, error) {
	return nil, errNotPartOfThisBuild
}

// ListObjectsV2Input selects objects.
type ListObjectsV2Input struct {
	Bucket, Prefix, Delimiter, ContinuationToken *string
	MaxKeys                                      *int32
}

// ListObjectsV2Output is a page of them.
type ListObjectsV2Output struct {
	CommonPrefixes        []types.CommonPrefix
	Contents              []types.Object
	IsTruncated           *bool
	NextContinuationToken *string
}

// ListObjectsV2 always fails.
func (*Client) ListObjectsV2(context.Context, *ListObjectsV2Input, ...func(*Options)) (*ListObjectsV2Output, error) {
	return nil, errNotPartOfThisBuild
}
