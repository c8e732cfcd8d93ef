// Command coredns is CoreDNS with only the plugins that the local cluster's DNS uses.
package main

import (
	_ "github.com/coredns/coredns/plugin/cache"
	_ "github.com/coredns/coredns/plugin/errors"
	_ "github.com/coredns/coredns/plugin/health"
	_ "github.com/coredns/coredns/plugin/kubernetes"
	_ "github.com/coredns/coredns/plugin/loop"
	_ "github.com/coredns/coredns/plugin/ready"
	_ "github.com/coredns/coredns/plugin/template"

	"github.com/coredns/coredns/core/dnsserver"
	"github.com/coredns/coredns/coremain"
)

func init() {
	// The order decides which plugin sees a query first.
	dnsserver.Directives = []string{"errors", "health", "ready", "cache", "kubernetes", "template", "loop"}
}

func main() { coremain.Run() }
