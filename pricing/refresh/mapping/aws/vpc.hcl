# NAT gateways stand in the list of EC2, all else of networks in that of VPC.
list "AmazonEC2" {
  price "vpc/nat-gateway/hour" {
    where = { usagetype = "~NatGateway-Hours", productFamily = "NAT Gateway" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "vpc/nat-gateway/data" {
    where = { usagetype = "~NatGateway-Bytes", productFamily = "NAT Gateway" }
    unit  = "GB"
    units = { GB = 1, Gigabytes = 1, GigaBytes = 1 }
  }
}
list "AmazonVPC" {
  price "vpc/public-ipv4/in-use" {
    where = { usagetype = "~PublicIPv4:InUseAddress" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "vpc/public-ipv4/idle" {
    where = { usagetype = "~PublicIPv4:IdleAddress" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "vpc/interface-endpoint/hour" {
    where = { usagetype = "~VpcEndpoint-Hours" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "vpc/interface-endpoint/data" {
    where = { usagetype = "~VpcEndpoint-Bytes" }
    unit  = "GB"
    units = { GB = 1, Gigabytes = 1, GigaBytes = 1 }
  }
  price "vpc/gwlb-endpoint/hour" {
    where = { usagetype = "~VpcEndpoint-GWLBE-Hours" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "vpc/gwlb-endpoint/data" {
    where = { usagetype = "~VpcEndpoint-GWLBE-Bytes" }
    unit  = "GB"
    units = { GB = 1, Gigabytes = 1, GigaBytes = 1 }
  }
  price "vpn/site-to-site/hour" {
    where = { usagetype = "~VPN-Usage-Hours:ipsec.1" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "vpn/client/endpoint" {
    where = { usagetype = "~ClientVPN-EndpointHours" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "vpn/client/connection" {
    where = { usagetype = "~ClientVPN-ConnectionHours" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "tgw/vpc-attachment/hour" {
    where = { usagetype = "~TransitGateway-Hours", operation = "TransitGatewayVPC" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "tgw/vpc-attachment/data" {
    where = { usagetype = "~TransitGateway-Bytes", operation = "TransitGatewayVPC" }
    unit  = "GB"
    units = { GB = 1, Gigabytes = 1, GigaBytes = 1 }
  }
  price "tgw/vpn-attachment/hour" {
    where = { usagetype = "~TransitGateway-Hours", operation = "TransitGatewayVPN" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "tgw/vpn-attachment/data" {
    where = { usagetype = "~TransitGateway-Bytes", operation = "TransitGatewayVPN" }
    unit  = "GB"
    units = { GB = 1, Gigabytes = 1, GigaBytes = 1 }
  }
  price "tgw/dx-attachment/hour" {
    where = { usagetype = "~TransitGateway-Hours", operation = "TransitGatewayDirectConnect" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
  price "tgw/dx-attachment/data" {
    where = { usagetype = "~TransitGateway-Bytes", operation = "TransitGatewayDirectConnect" }
    unit  = "GB"
    units = { GB = 1, Gigabytes = 1, GigaBytes = 1 }
  }
  price "tgw/peering-attachment/hour" {
    where = { usagetype = "~TransitGateway-Hours", operation = "TransitGatewayPeering" }
    unit  = "hour"
    units = { Hrs = 1, hours = 1, Hours = 1, hour = 1, Hourly = 1 }
  }
}
