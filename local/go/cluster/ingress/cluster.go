package main

import (
	"math/rand/v2"
	"net"
	"strconv"
	"strings"

	v1 "k8s.io/api/core/v1"
	discovery "k8s.io/api/discovery/v1"
	networking "k8s.io/api/networking/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/client-go/informers"
	corelisters "k8s.io/client-go/listers/core/v1"
	discoverylisters "k8s.io/client-go/listers/discovery/v1"
	networkinglisters "k8s.io/client-go/listers/networking/v1"
	"k8s.io/client-go/tools/cache"
)

// cluster answers from the informers' caches; an Ingress written a moment ago is routed as soon as its event arrived.
type cluster struct {
	ingresses       networkinglisters.IngressLister
	classes         networkinglisters.IngressClassLister
	services        corelisters.ServiceLister
	slices          discoverylisters.EndpointSliceLister
	ingressInformer cache.SharedIndexInformer
}

func newCluster(factory informers.SharedInformerFactory) *cluster {
	ingresses := factory.Networking().V1().Ingresses()
	return &cluster{
		ingresses:       ingresses.Lister(),
		ingressInformer: ingresses.Informer(),
		classes:         factory.Networking().V1().IngressClasses().Lister(),
		services:        factory.Core().V1().Services().Lister(),
		slices:          factory.Discovery().V1().EndpointSlices().Lister(),
	}
}

func (c *cluster) onIngressChange(handle func(*networking.Ingress)) error {
	_, err := c.ingressInformer.AddEventHandler(cache.ResourceEventHandlerFuncs{
		AddFunc:    func(object any) { handle(object.(*networking.Ingress)) },
		UpdateFunc: func(_, object any) { handle(object.(*networking.Ingress)) },
	})
	return err
}

func (c *cluster) serves(ingress *networking.Ingress) bool {
	if ingress.Spec.IngressClassName == nil {
		return false
	}
	class, err := c.classes.Get(*ingress.Spec.IngressClassName)
	return err == nil && class.Spec.Controller == controllerName
}

type backend struct {
	namespace string
	service   *networking.IngressServiceBackend
}

// route finds the most specific rule for host and path: exact paths first, then the longest prefix, then a default backend.
func (c *cluster) route(host, path string) (backend, bool) {
	all, err := c.ingresses.List(labels.Everything())
	if err != nil {
		return backend{}, false
	}
	var best backend
	bestScore := -1
	for _, ingress := range all {
		if !c.serves(ingress) {
			continue
		}
		for _, rule := range ingress.Spec.Rules {
			if rule.HTTP == nil || !strings.EqualFold(rule.Host, host) {
				continue
			}
			for _, candidate := range rule.HTTP.Paths {
				if score := matchScore(candidate, path); score > bestScore && candidate.Backend.Service != nil {
					best, bestScore = backend{ingress.Namespace, candidate.Backend.Service}, score
				}
			}
		}
	}
	return best, bestScore >= 0
}

// matchScore is -1 for no match; a longer match beats a shorter one and an exact match beats every prefix.
func matchScore(rule networking.HTTPIngressPath, path string) int {
	if rule.PathType != nil && *rule.PathType == networking.PathTypeExact {
		if rule.Path == path {
			return len(path)*2 + 1
		}
		return -1
	}
	prefix := strings.TrimSuffix(rule.Path, "/")
	if path == prefix || strings.HasPrefix(path, prefix+"/") {
		return len(prefix) * 2
	}
	return -1
}

// endpoint picks one ready address of the backend's Service at random.
func (c *cluster) endpoint(to backend) (string, bool) {
	service, err := c.services.Services(to.namespace).Get(to.service.Name)
	if err != nil {
		return "", false
	}
	portName, found := servicePortName(service, to.service.Port)
	if !found {
		return "", false
	}
	slices, err := c.slices.EndpointSlices(to.namespace).List(labels.SelectorFromSet(labels.Set{discovery.LabelServiceName: service.Name}))
	if err != nil {
		return "", false
	}
	var ready []string
	for _, slice := range slices {
		for _, port := range slice.Ports {
			if port.Port == nil || port.Name == nil || *port.Name != portName {
				continue
			}
			ready = append(ready, readyAddresses(slice, int(*port.Port))...)
		}
	}
	if len(ready) == 0 {
		return "", false
	}
	return ready[rand.IntN(len(ready))], true
}

func servicePortName(service *v1.Service, wanted networking.ServiceBackendPort) (string, bool) {
	for _, port := range service.Spec.Ports {
		if (wanted.Name != "" && port.Name == wanted.Name) || (wanted.Name == "" && port.Port == wanted.Number) {
			return port.Name, true
		}
	}
	return "", false
}

func readyAddresses(slice *discovery.EndpointSlice, port int) []string {
	var addresses []string
	for _, endpoint := range slice.Endpoints {
		if endpoint.Conditions.Ready != nil && !*endpoint.Conditions.Ready {
			continue
		}
		for _, address := range endpoint.Addresses {
			addresses = append(addresses, net.JoinHostPort(address, strconv.Itoa(port)))
		}
	}
	return addresses
}
