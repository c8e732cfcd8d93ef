// Command ingress is the local cluster's ingress controller: it routes HTTP by host and path to the ready endpoints of
// Services, as Ingress objects of its class say. It serves one node on one machine; TLS and annotations are not served.
package main

import (
	"context"
	"flag"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/clientcmd"
)

const controllerName = "shopwright.dev/local-ingress"

// statusRetryInterval is how soon a status that could not be written is written again: every object is looked at anew.
const statusRetryInterval = 15 * time.Second

func main() {
	kubeconfig := flag.String("kubeconfig", "", "file that says how to reach the API server")
	listen := flag.String("listen", ":80", "address to serve")
	address := flag.String("publish-address", "", "IP address to write into the status of every served Ingress")
	flag.Parse()

	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, *kubeconfig, *listen, *address); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, kubeconfig, listen, address string) error {
	config, err := clientcmd.BuildConfigFromFlags("", kubeconfig)
	if err != nil {
		return fmt.Errorf("read the kubeconfig: %w", err)
	}
	config.QPS, config.Burst = 100, 200
	client, err := kubernetes.NewForConfig(config)
	if err != nil {
		return fmt.Errorf("make the client: %w", err)
	}

	factory := informers.NewSharedInformerFactory(client, statusRetryInterval)
	watched := newCluster(factory)
	published := newStatusPublisher(client, watched, address)
	if err := watched.onIngressChange(published.publish); err != nil {
		return err
	}
	factory.StartWithContext(ctx)
	for kind, synced := range factory.WaitForCacheSync(ctx.Done()) {
		if !synced {
			return fmt.Errorf("could not list %v", kind)
		}
	}

	server := &http.Server{Addr: listen, Handler: newProxy(watched), ReadHeaderTimeout: 10 * time.Second}
	go func() {
		<-ctx.Done()
		_ = server.Close()
	}()
	if err := server.ListenAndServe(); err != http.ErrServerClosed {
		return fmt.Errorf("serve: %w", err)
	}
	return nil
}
