package main

import (
	"context"
	"fmt"
	"os"
	"time"

	networking "k8s.io/api/networking/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/kubernetes"
)

// statusPublisher writes the node's address into served Ingresses, which is how others see that a route is taken up.
type statusPublisher struct {
	client  kubernetes.Interface
	watched *cluster
	address string
}

func newStatusPublisher(client kubernetes.Interface, watched *cluster, address string) *statusPublisher {
	return &statusPublisher{client, watched, address}
}

func (p *statusPublisher) publish(ingress *networking.Ingress) {
	current := ingress.Status.LoadBalancer.Ingress
	if p.address == "" || !p.watched.serves(ingress) || (len(current) == 1 && current[0].IP == p.address) {
		return
	}
	updated := ingress.DeepCopy()
	updated.Status.LoadBalancer.Ingress = []networking.IngressLoadBalancerIngress{{IP: p.address}}
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	// A lost update is not retried here: the informer's next look at the object brings the publisher back.
	if _, err := p.client.NetworkingV1().Ingresses(ingress.Namespace).UpdateStatus(ctx, updated, metav1.UpdateOptions{}); err != nil {
		fmt.Fprintf(os.Stderr, "status of %s/%s: %v\n", ingress.Namespace, ingress.Name, err)
	}
}
