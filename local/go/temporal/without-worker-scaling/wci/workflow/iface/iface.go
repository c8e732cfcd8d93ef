// Package iface holds what Temporal's worker deployments say to the part that starts workers on demand (on Kubernetes, AWS or
// Google Cloud). That part needs the libraries of all three, which take a minute to compile; this stack starts its worker itself.
package iface

import (
	"time"

	commonpb "go.temporal.io/api/common/v1"
	enumspb "go.temporal.io/api/enums/v1"
)

// ComputeProviderType names what would run the workers.
type ComputeProviderType string

// ScalingAlgorithmType names how their number would be chosen.
type ScalingAlgorithmType string

// ComputeProviderSpec is a provider and its settings.
type ComputeProviderSpec struct {
	ProviderType  ComputeProviderType
	Config        *commonpb.Payload
	NexusEndpoint string
}

// ScalingAlgorithmSpec is an algorithm and its settings.
type ScalingAlgorithmSpec struct {
	ScalingAlgorithm ScalingAlgorithmType
	Config           *commonpb.Payload
}

// ScalingGroupSpec says which tasks a group of workers would take.
type ScalingGroupSpec struct {
	TaskTypes []enumspb.TaskQueueType
	Compute   ComputeProviderSpec
	Scaling   *ScalingAlgorithmSpec
}

// ScalingGroupSpecUpdate is a change of a group.
type ScalingGroupSpecUpdate struct {
	Spec       ScalingGroupSpec
	UpdateMask []string
}

// WorkerControllerInstanceSpec holds the groups of a deployment's version.
type WorkerControllerInstanceSpec struct {
	ScalingGroupSpecs map[string]ScalingGroupSpec
}

// ValidationResult is the outcome of checking a spec.
type ValidationResult string

// ValidationResultFailed is the outcome that worker deployments ask for.
const ValidationResultFailed ValidationResult = "failed"

// ValidationStatus is the last check of a spec.
type ValidationStatus struct {
	LastValidationTime time.Time
	Status             ValidationResult
	ErrMessage         string
}

// QueryDescribeWorkerControllerInstanceResponse describes what would run the workers of a version.
type QueryDescribeWorkerControllerInstanceResponse struct {
	Spec             *WorkerControllerInstanceSpec
	ValidationStatus *ValidationStatus
}

// UpdateWorkerControllerInstanceResponse is what it would be after an update.
type UpdateWorkerControllerInstanceResponse struct {
	Spec *WorkerControllerInstanceSpec
}
