# An AKS cluster: its control plane by tier (Free; Standard with an uptime SLA;
# Premium, which includes long-term support), its default node pool, and what
# AKS makes beside it for the way out: a load balancer with a public address, or
# a NAT gateway. Further pools are resources of their own, and rules of the load
# balancer beyond its first five are made from inside the cluster.
resource "azurerm_kubernetes_cluster" {
  assume "default_node_pool.node_count" {
    why = "min_count with autoscaling, else 1"
  }
  assume "default_node_pool.os_disk_size_gb" {
    why = "by the vCPUs of the size: 128, 256, 512 or 1,024 GB"
  }
  assume "network_profile" {
    why = "the way out is a standard load balancer with one public address"
  }
  assume "network_profile.outbound_type" {
    value = "loadBalancer"
    why   = "loadBalancer, the provider's default"
  }
  assume "network_profile.load_balancer_sku" {
    value = "standard"
    why   = "standard, the provider's default"
  }
  assume "network_profile.load_balancer_profile" {
    why = "one public address"
  }
  assume "network_profile.load_balancer_profile.managed_outbound_ip_count" {
    why = "one public address"
  }
  assume "network_profile.nat_gateway_profile" {
    why = "one public address"
  }
  assume "network_profile.nat_gateway_profile.managed_outbound_ip_count" {
    why = "one public address"
  }

  usage "load_balancer" {
    keys        = { monthly_data_processed_gb = "GB" }
    description = "data a month through the cluster's load balancer"
  }
  usage "nat_gateway" {
    keys        = { monthly_data_processed_gb = "GB" }
    description = "data a month through the cluster's NAT gateway"
  }
  usage "default_node_pool" {
    keys        = { nodes = "nodes", monthly_hrs = "hours" }
    default     = null
    description = "how many nodes of the default pool run on average and for how long, where that is not what it asks for"
  }

  let {
    # Before version 3.51 of the provider Standard was called Paid.
    tier = lower(coalesce(self.sku_tier, "Free"))
    pool = first(self.default_node_pool, [])

    network  = first(self.network_profile, [])
    out      = lower(get(let.network, "outbound_type", "loadBalancer"))
    balanced = let.out == "loadbalancer" && lower(get(let.network, "load_balancer_sku", "standard")) == "standard"
    # Addresses brought along are billed where they are made.
    profile = let.balanced ? get(let.network, "load_balancer_profile") : get(let.network, "nat_gateway_profile")
    brought = length(get(let.network, "load_balancer_profile.outbound_ip_address_ids")) + length(get(let.network, "load_balancer_profile.outbound_ip_prefix_ids"))
    made    = let.balanced && let.brought > 0 ? 0 : get(let.profile, "managed_outbound_ip_count", 1)
  }

  cost "control plane" {
    when     = let.tier != "free"
    quantity = hours
    unit     = "hour"
    price    = "aks/standard-standard-${let.tier == "premium" ? "long-term-support" : "uptime-sla"}"
  }

  cost "load balancer" {
    when     = let.balanced
    quantity = hours
    unit     = "hour"
    price    = "load-balancer/standard/first-5-rules-hour"
    region   = startswith(region, "usgov") ? region : "eastus"
  }

  cost "load balancer data" {
    when     = let.balanced
    quantity = get(usage.load_balancer, "monthly_data_processed_gb")
    unit     = "GB"
    price    = "load-balancer/standard/data"
    region   = startswith(region, "usgov") ? region : "eastus"
  }

  part "NAT gateway" {
    card  = "azurerm_nat_gateway"
    when  = let.out == "managednatgateway"
    given = { sku_name = "Standard" }
    usage = { monthly_data_processed_gb = get(usage.nat_gateway, "monthly_data_processed_gb") }
  }

  part "outbound address" {
    card  = "azurerm_public_ip"
    when  = (let.balanced || let.out == "managednatgateway") && let.made > 0
    given = { sku = "Standard" }
    count = let.made
  }

  part "default pool" {
    card = "azurerm_kubernetes_cluster_node_pool"
    given = {
      vm_size                = get(let.pool, "vm_size")
      node_count             = get(let.pool, "node_count")
      min_count              = get(let.pool, "min_count")
      max_count              = get(let.pool, "max_count")
      auto_scaling_enabled   = get(let.pool, "auto_scaling_enabled")
      enable_auto_scaling    = get(let.pool, "enable_auto_scaling")
      os_disk_size_gb        = get(let.pool, "os_disk_size_gb")
      os_disk_type           = get(let.pool, "os_disk_type")
      node_public_ip_enabled = get(let.pool, "node_public_ip_enabled")
      enable_node_public_ip  = get(let.pool, "enable_node_public_ip")
    }
    usage = {
      nodes       = get(usage.default_node_pool, "nodes")
      monthly_hrs = get(usage.default_node_pool, "monthly_hrs")
    }
  }

  uses "load balancer" {
    when = let.balanced
    gap  = "no figure exists for load balancers"
  }

  example "Standard tier, three nodes" {
    given   = { sku_tier = "Standard", network_profile = unknown, default_node_pool = [{ vm_size = "Standard_D4s_v5", node_count = 3, os_disk_size_gb = unknown, os_disk_type = "Managed" }] }
    omitted = ["network_profile", "default_node_pool.os_disk_size_gb"]
    want = {
      "control plane"                        = 730
      "load balancer"                        = 730
      "outbound address: address"            = 730
      "default pool: node: instance"         = 2190
      "default pool: node: OS disk: storage" = 3
    }
    unused  = ["load balancer data"]
    status  = "partial"
    monthly = "663.64"
    prices = {
      "aks/standard-standard-uptime-sla"          = 0.1
      "load-balancer/standard/first-5-rules-hour" = 0.025
      "public-ip/standard-ipv4-static-public-ip"  = 0.005
      "vm/Standard_D4s_v5/linux/on-demand"        = 0.23
      "disk/premium-ssd/p10-lrs"                  = 21.68
    }
    source = "azure.microsoft.com/pricing/details/kubernetes-service, /load-balancer, /ip-addresses, /virtual-machines/linux and /managed-disks, West Europe, 2026-08 and 2026-09"
  }

  example "Free tier, way out by a firewall, scaled on ephemeral disks" {
    given   = { sku_tier = "Free", network_profile = [{ outbound_type = "userDefinedRouting", load_balancer_sku = "standard" }], default_node_pool = [{ vm_size = "Standard_D4s_v5", node_count = unknown, auto_scaling_enabled = true, min_count = 2, max_count = 5, os_disk_type = "Ephemeral", os_disk_size_gb = unknown }] }
    omitted = ["default_node_pool.node_count", "default_node_pool.os_disk_size_gb"]
    want    = { "default pool: node: instance" = 1460 }
    status  = "priced"
    monthly = "335.80"
    prices  = { "vm/Standard_D4s_v5/linux/on-demand" = 0.23 }
    source  = "azure.microsoft.com/pricing/details/virtual-machines/linux, West Europe, 2026-08"
  }

  example "Premium tier, out by a NAT gateway with two addresses" {
    given = { sku_tier = "Premium", network_profile = [{ outbound_type = "managedNATGateway", nat_gateway_profile = [{ managed_outbound_ip_count = 2 }] }], default_node_pool = [{ vm_size = "Standard_D4s_v5", node_count = 1, os_disk_type = "Ephemeral" }] }
    usage = { nat_gateway = { monthly_data_processed_gb = 100 } }
    want = {
      "control plane"                = 730
      "NAT gateway: gateway"         = 730
      "NAT gateway: data processed"  = 100
      "outbound address: address"    = 1460
      "default pool: node: instance" = 730
    }
    monthly = "650.55"
    prices = {
      "aks/standard-standard-long-term-support"  = 0.6
      "nat-gateway/hour"                         = 0.045
      "nat-gateway/data"                         = 0.045
      "public-ip/standard-ipv4-static-public-ip" = 0.005
      "vm/Standard_D4s_v5/linux/on-demand"       = 0.23
    }
    source = "azure.microsoft.com/pricing/details/kubernetes-service, /azure-nat-gateway, /ip-addresses and /virtual-machines/linux, West Europe, 2026-08"
  }

  example "addresses brought along, use given" {
    given = { sku_tier = "Free", network_profile = [{ load_balancer_profile = [{ outbound_ip_address_ids = ["/subscriptions/0/publicIPAddresses/out"] }] }], default_node_pool = [{ vm_size = "Standard_D4s_v5", node_count = 2, os_disk_type = "Ephemeral" }] }
    usage = { load_balancer = { monthly_data_processed_gb = 100 }, default_node_pool = { nodes = 3, monthly_hrs = 100 } }
    want  = { "load balancer" = 730, "load balancer data" = 100, "default pool: node: instance" = 300 }
  }

  example "tier known only after apply" {
    given  = { sku_tier = unknown, network_profile = [{ outbound_type = "none" }], default_node_pool = [{ vm_size = "Standard_D4s_v5", node_count = 1, os_disk_type = "Ephemeral" }] }
    want   = { "default pool: node: instance" = 730 }
    gaps   = ["control plane"]
    status = "partial"
  }
}
