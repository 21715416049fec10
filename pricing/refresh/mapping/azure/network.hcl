# Networks. Zones of content delivery are regions of their own and are not read.
list "Virtual Network" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
  price "public-ip/{meter}" {
    where = { type = "Consumption", product = "ip-addresses" }
    known = true
  }
  price "vnet/{product}-{meter}" {
    where = { type = "Consumption", product = "!ip-addresses" }
    known = true
  }
}
list "VPN Gateway" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
  price "vpn-gateway/{sku}-{meter}" {
    where = { type = "Consumption", product = "vpn-gateway" }
    known = true
  }
}
list "Application Gateway" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
  price "application-gateway/{product}-{sku}-{meter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "Azure Firewall" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
  price "firewall/{sku}-{meter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "Network Watcher" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
}
list "NAT Gateway" {
  price "{service}/{product}/{skumeter}" {
    where = { type = "Consumption" }
    known = true
  }
  price "nat-gateway/hour" {
    where = { type = "Consumption", meter = "standard-gateway" }
    known = true
  }
  price "nat-gateway/data" {
    where = { type = "Consumption", meter = "standard-data-processed" }
    known = true
  }
}
