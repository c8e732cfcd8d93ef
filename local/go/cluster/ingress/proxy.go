package main

import (
	"context"
	"fmt"
	"net"
	"net/http"
	"net/http/httputil"
	"os"
	"time"
)

// maxBodyBytes is the largest request body that is passed on, the limit that production ingresses are configured with.
const maxBodyBytes = 64 << 20

type targetKey struct{}

func newProxy(watched *cluster) http.Handler {
	proxy := &httputil.ReverseProxy{
		Rewrite: func(request *httputil.ProxyRequest) {
			request.Out.URL.Scheme = "http"
			request.Out.URL.Host = request.In.Context().Value(targetKey{}).(string)
			request.Out.Host = request.In.Host
			// Set anew, never appended to: what a client claims about its own address is not passed on.
			request.SetXForwarded()
		},
		Transport: &http.Transport{
			DialContext:           (&net.Dialer{Timeout: 5 * time.Second}).DialContext,
			MaxIdleConnsPerHost:   32,
			IdleConnTimeout:       30 * time.Second,
			ResponseHeaderTimeout: 120 * time.Second,
			DisableCompression:    true,
		},
		ErrorHandler: func(writer http.ResponseWriter, request *http.Request, err error) {
			fmt.Fprintf(os.Stderr, "%s %s%s: %v\n", request.Method, request.Host, request.URL.Path, err)
			http.Error(writer, "The store did not answer.", http.StatusBadGateway)
		},
	}
	return http.HandlerFunc(func(writer http.ResponseWriter, request *http.Request) {
		to, found := watched.route(hostWithoutPort(request.Host), request.URL.Path)
		if !found {
			http.Error(writer, "No store has this address.", http.StatusNotFound)
			return
		}
		target, ready := watched.endpoint(to)
		if !ready {
			http.Error(writer, "The store is not ready.", http.StatusServiceUnavailable)
			return
		}
		request.Body = http.MaxBytesReader(writer, request.Body, maxBodyBytes)
		proxy.ServeHTTP(writer, request.WithContext(context.WithValue(request.Context(), targetKey{}, target)))
	})
}

func hostWithoutPort(hostAndPort string) string {
	if host, _, err := net.SplitHostPort(hostAndPort); err == nil {
		return host
	}
	return hostAndPort
}
